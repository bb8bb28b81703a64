// The board of a mix meeting keeps itself up to date. When the server cannot be reached it says so, because a tap is not
// stored then; when somebody was logged out meanwhile, the whole page goes to the log-in instead of a part of it.
const offline = () => document.getElementById("geen-verbinding");
const show = (away) => {
  const mark = offline();
  if (mark) mark.hidden = !away;
};
document.addEventListener("htmx:sendError", () => show(true));
document.addEventListener("htmx:timeout", () => show(true));
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.xhr.status > 0) show(event.detail.xhr.status >= 500);
});
document.addEventListener("htmx:beforeSwap", (event) => {
  const answered = new URL(event.detail.xhr.responseURL || location.href).pathname;
  if (!answered.includes("/mix/")) {
    event.detail.shouldSwap = false;
    location.reload();
  }
});
