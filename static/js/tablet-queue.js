// What a tablet keeps: registrations sealed with the server's public key, which the tablet itself cannot read back.
// Nothing here is ever deleted before the server has said that it has it.
window.TabletQueue = (() => {
  const text = new TextEncoder();
  // Letter by letter: a long signature has more of them than a function can take as arguments.
  const base64 = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));
  const bytesOf = (code) => Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0));

  function database() {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open("mixen-tablet", 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("records", { keyPath: "key" });
        request.result.createObjectStore("facts", { keyPath: "name" });
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error("blocked"));
    });
  }

  // One transaction; it is done when the disk has it, not when the call returned.
  async function within(store, mode, work) {
    const opened = await database();
    try {
      return await new Promise((resolve, reject) => {
        const transaction = opened.transaction(store, mode, { durability: "strict" });
        const request = work(transaction.objectStore(store));
        transaction.oncomplete = () => resolve(request ? request.result : undefined);
        transaction.onerror = transaction.onabort = () => reject(transaction.error || new Error("aborted"));
      });
    } finally {
      opened.close();
    }
  }

  async function seal(key, answers, publicKey) {
    const bound = text.encode(`mixen-registration-1|${key}|${publicKey.name}`);
    const locked = { name: "RSA-OAEP", hash: "SHA-256" };
    const lock = await crypto.subtle.importKey("spki", bytesOf(publicKey.spki), locked, false, ["encrypt"]);
    const secret = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"]);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = text.encode(JSON.stringify(answers));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound }, secret, plain);
    const wrapped = await crypto.subtle.encrypt(locked, lock, await crypto.subtle.exportKey("raw", secret));
    return { v: 1, key, with: publicKey.name, wrapped: base64(wrapped), iv: base64(iv), data: base64(data) };
  }

  return {
    seal,
    keep: (record) => within("records", "readwrite", (store) => store.put({ ...record, since: Date.now() })),
    all: async () => (await within("records", "readonly", (store) => store.getAll())).sort((a, b) => a.since - b.since),
    count: () => within("records", "readonly", (store) => store.count()),
    letGo: (key) => within("records", "readwrite", (store) => store.delete(key)),
    setAside: async (record) => within("records", "readwrite", (store) => store.put({ ...record, unreadable: true })),
    fact: async (name) => ((await within("facts", "readonly", (store) => store.get(name))) || {}).value,
    remember: (name, value) => within("facts", "readwrite", (store) => store.put({ name, value })),
  };
})();
