// On somebody's own phone: what was filled in waits a day on the server, so a lost page is not lost work.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("[data-draft]");
  if (!form) return;
  form.addEventListener("screenleft", async () => {
    delete form.dataset.dirty;
    try {
      const kept = await fetch(form.dataset.draft, { method: "POST", body: new FormData(form), redirect: "error" });
      if (!kept.ok) form.dataset.dirty = "yes";
    } catch {
      // Without a network the page itself still holds everything, and asks before it goes.
      form.dataset.dirty = "yes";
    }
  });
  form.addEventListener("submit", () => delete form.dataset.dirty);
});
