// Back in the browser fetches this page anew: what the one before filled in is not to be seen again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});
