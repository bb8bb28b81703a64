// Reads a text aloud where the browser has a voice in its language; without one there is no button.
document.addEventListener("DOMContentLoaded", () => {
  if (!("speechSynthesis" in window)) return;
  const voice = (language) => speechSynthesis.getVoices().find((one) => one.lang.toLowerCase().startsWith(language));
  function offer() {
    for (const button of document.querySelectorAll("[data-read-aloud]")) {
      const text = document.getElementById(button.dataset.readAloud);
      button.hidden = !voice(text.lang);
    }
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-read-aloud]");
    if (!button) return;
    const speaking = speechSynthesis.speaking;
    speechSynthesis.cancel();
    if (speaking) return;
    const text = document.getElementById(button.dataset.readAloud);
    const said = new SpeechSynthesisUtterance(text.textContent);
    said.voice = voice(text.lang);
    said.lang = text.lang;
    said.rate = 0.85;
    speechSynthesis.speak(said);
  });
  window.addEventListener("pagehide", () => speechSynthesis.cancel());
  speechSynthesis.addEventListener("voiceschanged", offer);
  offer();
});
