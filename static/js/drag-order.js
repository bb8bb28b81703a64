// Rows of a list that are dragged to another place within it. Saving is an ordinary form; without script the buttons do.
(() => {
  for (const form of document.querySelectorAll("[data-drag-order]")) {
    let dragged = null;
    const save = form.querySelector("[data-drag-save]");
    form.addEventListener("dragstart", (event) => {
      dragged = event.target.closest("[draggable]");
      if (dragged) {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", dragged.id);
        dragged.classList.add("is-dragged");
      }
    });
    form.addEventListener("dragover", (event) => {
      const over = event.target.closest("[draggable]");
      if (!dragged || !over || over === dragged || over.parentNode !== dragged.parentNode) {
        return;
      }
      event.preventDefault();
      const box = over.getBoundingClientRect();
      const after = event.clientY > box.top + box.height / 2;
      over.parentNode.insertBefore(dragged, after ? over.nextSibling : over);
    });
    form.addEventListener("drop", (event) => event.preventDefault());
    form.addEventListener("dragend", () => {
      if (dragged) {
        dragged.classList.remove("is-dragged");
        save.hidden = false;
      }
      dragged = null;
    });
  }
})();
