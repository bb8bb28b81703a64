// After a form came back with errors, the summary takes the focus, so that nobody has to look for what is wrong.
document.addEventListener("DOMContentLoaded", () => {
  const summary = document.querySelector(".error-summary");
  if (summary) summary.focus();
});
