// Keeps the form, its look and its scripts for when the network is gone; never a page with people in it.
const CACHE = `mixen-tablet-${VERSION}`;
const PATIENCE = 2500;

self.addEventListener("install", (event) => {
  const fresh = KEPT.map((address) => new Request(address, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const clean = async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

async function fromNetwork(request) {
  const response = await fetch(request);
  if (response.ok && response.headers.get("X-Shell")) {
    const cache = await caches.open(CACHE);
    await cache.put(new URL(request.url).pathname, response.clone());
  }
  return response;
}

async function page(request) {
  const kept = await caches.match(new URL(request.url).pathname);
  const asked = fromNetwork(request);
  if (!kept) return asked;
  asked.catch(() => {});
  const patience = new Promise((resolve) => setTimeout(() => resolve(kept.clone()), PATIENCE));
  const answer = await Promise.race([asked.catch(() => kept), patience]);
  // A gateway's error page, or one of the hall's wifi, is no page of ours. 403 says that registration mode is off.
  return answer.headers.get("X-Shell") || answer.status === 403 ? answer : kept;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (KEPT.includes(address.pathname)) event.respondWith(page(request));
  } else if (KEPT.includes(address.pathname)) {
    event.respondWith(caches.match(address.pathname).then((kept) => kept || fetch(request)));
  }
});
