// The moment a tablet goes into registration mode: it keeps its token, and the form for when the network is gone.
document.addEventListener("DOMContentLoaded", () => {
  const go = document.querySelector("[data-open]");
  const trouble = document.querySelector("[data-trouble]");

  // This page is not one of the form's own, so it has to look for itself whether the worker has everything.
  function active(registration) {
    return new Promise((resolve, reject) => {
      const look = () => {
        const newest = registration.installing || registration.waiting || registration.active;
        if (registration.active) resolve();
        else if (!newest || newest.state === "redundant") reject(new Error("the form could not be kept"));
        else newest.addEventListener("statechange", look, { once: true });
      };
      look();
    });
  }

  // What was kept before may be another project's form, or an older text.
  async function renew() {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) {
        if (!new URL(url).pathname.startsWith("/tablet/")) continue;
        const fresh = await fetch(url, { cache: "reload" });
        if (!fresh.ok || !fresh.headers.get("X-Shell")) throw new Error("the form could not be kept");
        await cache.put(new URL(url).pathname, fresh);
      }
    }
  }

  const ready = (async () => {
    await TabletQueue.remember("token", go.dataset.token);
    await TabletQueue.remember("project", go.dataset.project);
    await TabletQueue.remember(`token ${go.dataset.project}`, go.dataset.token);
    await TabletQueue.remember("expires", go.dataset.expires);
    await TabletQueue.remember("sent", 0);
    if (navigator.storage && navigator.storage.persist) await navigator.storage.persist();
    const before = await navigator.serviceWorker.getRegistration("/tablet/");
    await active(await navigator.serviceWorker.register(go.dataset.worker, { scope: "/tablet/" }));
    if (before) await renew();
  })();
  ready.then(() => (document.body.dataset.ready = "yes")).catch(() => (trouble.hidden = false));
  // The token must not stay behind in the history, so the page is replaced.
  go.addEventListener("click", async (event) => {
    event.preventDefault();
    await ready.catch(() => {});
    location.replace(go.href);
  });
});
