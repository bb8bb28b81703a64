// Sends what the tablet keeps, one record at a time. A record goes only when our own server has named it in its answer:
// the page of a hall's wifi, an empty answer or a proxy's error never counts as sent.
window.TabletSender = class {
  constructor({ address, stateAddress, onChange, onTrouble }) {
    Object.assign(this, { address, stateAddress, onChange, onTrouble });
    this.failures = 0;
    this.refused = new Map();
    this.timer = null;
    this.busy = this.again = false;
    this.done = new Set(["stored", "already_stored", "parked", "erased"]);
    window.addEventListener("online", () => this.soon());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.soon());
    this.soon();
  }

  // Now, whatever pause was running; or right after the round that is under way.
  soon() {
    this.failures = 0;
    this.again = this.busy;
    if (!this.busy) this.after(0);
  }

  after(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.round(), milliseconds);
  }

  pause() {
    const growing = Math.min(300000, 2000 * 2 ** Math.min(this.failures, 8));
    return growing * (0.5 + Math.random());
  }

  async round() {
    let fine = false;
    this.busy = true;
    try {
      // Two tabs send one after the other; where the browser has no locks the server's unique key is enough.
      fine = navigator.locks
        ? await navigator.locks.request("mixen-tablet-send", { ifAvailable: true }, (lock) => (lock ? this.sendAll() : this.otherTab()))
        : await this.sendAll();
    } catch {
      fine = false;
    }
    this.busy = false;
    this.failures = fine ? 0 : this.failures + 1;
    this.after(this.again ? 100 : fine ? 30000 : this.pause());
    this.again = false;
    this.onChange();
  }

  // Another tab sends now; it may have begun before our record was there.
  async otherTab() {
    return (await TabletQueue.count()) === 0;
  }

  async sendAll() {
    const token = await TabletQueue.fact("token");
    if (!token) return true;
    const waiting = (await TabletQueue.all()).filter((record) => !record.unreadable);
    // What was refused before comes last, so that one record that keeps failing holds up no other.
    const times = (record) => this.refused.get(record.key) || 0;
    waiting.sort((a, b) => times(a) - times(b));
    for (const record of waiting) {
      this.refused.set(record.key, times(record) + 1);
      if (!(await this.sendOne(record, token))) return false;
      this.onChange();
    }
    return this.tellState(token);
  }

  async ask(address, token, body) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 20000);
    try {
      const waiting = await TabletQueue.count();
      const sent = (await TabletQueue.fact("sent")) || 0;
      return await fetch(address, {
        method: "POST",
        body,
        signal: stop.signal,
        credentials: "omit",
        redirect: "error",
        cache: "no-store",
        headers: {
          "Content-Type": "application/json",
          Authorization: `Tablet ${token}`,
          "X-Waiting": String(waiting),
          "X-Sent": String(sent),
        },
      });
    } finally {
      clearTimeout(timer);
    }
  }

  async sendOne(record, token) {
    const { since, unreadable, project, ...sealed } = record;
    // The tablet may be in another project by now: a record belongs where it was filled in.
    const own = (project && (await TabletQueue.fact(`token ${project}`))) || token;
    const response = await this.ask(this.address, own, JSON.stringify(sealed));
    const told = await response.json().catch(() => ({}));
    if (told.key === record.key && this.done.has(told.answer)) {
      await TabletQueue.letGo(record.key);
      await TabletQueue.remember("sent", ((await TabletQueue.fact("sent")) || 0) + 1);
      return true;
    }
    if (response.status === 400 && told.answer === "cannot_open") {
      await TabletQueue.setAside(record);
      this.onTrouble("unreadable");
      return true;
    }
    if (response.status === 401 && told.answer === "unknown_tablet" && own === token) this.onTrouble("closed");
    return false;
  }

  async tellState(token) {
    const response = await this.ask(this.stateAddress, token, "");
    const told = await response.json().catch(() => null);
    if (!told || !("open" in told)) return false;
    if (told.expires) await TabletQueue.remember("expires", told.expires);
    if (told.key) await TabletQueue.remember("publicKey", told.key);
    if (!told.open) this.onTrouble("closed");
    return response.ok;
  }
};
