// The clock of the round that runs: counts down between two looks at the server, and starts anew when the page changes.
const written = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
function tell() {
  document.querySelectorAll("[data-clock]").forEach((clock) => {
    clock.dataset.since ||= String(performance.now());
    const past = clock.dataset.paused === "1" ? 0 : Math.floor((performance.now() - Number(clock.dataset.since)) / 1000);
    const left = Math.max(0, Number(clock.dataset.left) - past);
    const text = written(left);
    if (clock.textContent !== text) clock.textContent = text;
    clock.classList.toggle("clock-time--up", left === 0);
  });
}
tell();
setInterval(tell, 250);
document.addEventListener("htmx:afterSwap", tell);
