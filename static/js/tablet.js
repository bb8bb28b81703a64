// A tablet in registration mode: counts, seals and keeps a finished form, and makes room for the next person.
document.addEventListener("DOMContentLoaded", () => {
  const said = document.querySelector("[data-tablet]").dataset;
  const counter = document.querySelector("[data-counter]");
  const trouble = document.querySelector("[data-trouble]");
  const form = document.querySelector("[data-tablet-form]");
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("mixen-tablet") : { postMessage() {} };

  function show(message) {
    trouble.textContent = message;
    trouble.hidden = !message;
  }

  async function count() {
    const records = await TabletQueue.all();
    counter.querySelector("[data-waiting]").textContent = records.length;
    counter.querySelector("[data-sent]").textContent = (await TabletQueue.fact("sent")) || 0;
    if (records.some((record) => record.unreadable)) show(said.unreadable);
    return records.length;
  }

  async function isOver() {
    const expires = await TabletQueue.fact("expires");
    return Boolean(expires) && new Date(expires) < new Date();
  }

  const sender = new TabletSender({
    address: counter.dataset.send,
    stateAddress: counter.dataset.state,
    onChange: () => count().then(() => channel.postMessage("changed")).catch(() => {}),
    onTrouble: (kind) => show(said[kind]),
  });
  channel.onmessage = () => count().catch(() => {});
  // Said before somebody fills in twelve screens. Without HTTPS a browser has no encryption.
  if (!crypto.subtle || !crypto.randomUUID) show(said.notSaved);
  count().catch(() => show(said.notSaved));
  isOver().then((over) => {
    if (!over) return;
    show(said.closed);
    document.querySelectorAll(".language-choice, [data-tablet-form]").forEach((part) => (part.hidden = true));
  }).catch(() => {});
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register(counter.dataset.worker, { scope: counter.dataset.first }).catch(() => {});
  }
  if (form) forOnePerson(form);

  function forOnePerson(form) {
    const thanks = document.querySelector("[data-thanks]");
    const first = counter.dataset.first;
    let saving = false;
    fresh();

    // The page itself may come from what the tablet keeps: each form that is opened gets a key of its own.
    function fresh() {
      form.reset();
      form.elements.key.value = crypto.randomUUID ? crypto.randomUUID() : "";
    }

    function leave() {
      delete form.dataset.dirty;
      form.reset();
      location.replace(first);
    }

    function answers() {
      const told = {};
      for (const [name, value] of new FormData(form)) (told[name] ||= []).push(String(value));
      delete told.key;
      return told;
    }

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (saving) return;
      saving = true;
      try {
        const key = form.elements.key.value;
        if (!key) throw new Error("without a key it could be stored twice");
        const publicKey = (await TabletQueue.fact("publicKey")) || { name: said.keyName, spki: said.key };
        const project = await TabletQueue.fact("project");
        await TabletQueue.keep({ ...(await TabletQueue.seal(key, answers(), publicKey)), project });
      } catch {
        saving = false;
        show(said.notSaved);
        return;
      }
      show("");
      delete form.dataset.dirty;
      form.reset();
      form.remove();
      thanks.hidden = false;
      thanks.focus();
      sender.soon();
    });
    document.querySelector("[data-next-person]").addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
    // Back in the browser, or a page the browser had put aside: nothing of the person before is shown.
    window.addEventListener("pageshow", (event) => event.persisted && leave());
    window.addEventListener("pagehide", () => form.reset());
    watchIdleness(form, leave);
  }

  // Nobody touches the tablet: ask, and then make the form empty for who comes next.
  function watchIdleness(form, leave) {
    const dialog = document.querySelector("[data-idle]");
    const patience = Number(form.dataset.idleSeconds || 240) * 1000;
    const grace = Number(form.dataset.graceSeconds || 60) * 1000;
    let timer, touched, before;
    const ask = () => {
      before = document.activeElement;
      dialog.hidden = false;
      dialog.focus();
      timer = setTimeout(leave, grace);
    };
    const again = () => {
      touched = Date.now();
      clearTimeout(timer);
      timer = setTimeout(ask, patience);
      if (dialog.hidden) return;
      dialog.hidden = true;
      if (before && before.isConnected) before.focus();
    };
    // A finger puts the question away when it lets go: earlier, its tap would land on what lies beneath.
    for (const kind of ["pointerdown", "input"]) document.addEventListener(kind, () => dialog.hidden && again(), { passive: true });
    for (const kind of ["click", "keyup"]) document.addEventListener(kind, again, { passive: true });
    // Timers stand still while a tablet sleeps; the clock on the wall does not.
    document.addEventListener("visibilitychange", () => Date.now() - touched > patience + grace && leave());
    again();
  }
});
