// The big screen in the hall. The server is asked every second; between two answers, and while there is none, the
// clock runs on here. Names stand in pages that turn, in letters of at least an eighteenth of the screen's height (upright: its width).
const ASK_EVERY = 1000, STAY = 8000, AT_LEAST = 4000, SMALLEST = 18, LARGEST = 10, OUT_PER_CARD = 4;
const body = document.body;
const find = (name) => document.querySelector(`[data-${name}]`);
const copy = (name) => find(name).content.firstElementChild.cloneNode(true);
const tables = find("tables");
let state = JSON.parse(document.getElementById("state").textContent);

function write(element, text) {
  if (element.textContent !== String(text)) element.textContent = text;
}

// The clock: the server tells whole seconds, so its answer moves our end only where the two cannot both be right.
let ends = null;

function setClock(before, asked) {
  if (state.phase !== "round" || state.paused) {
    ends = null;
    return;
  }
  const now = performance.now();
  const earliest = asked + state.seconds_left * 1000 - 500, latest = now + state.seconds_left * 1000 + 500;
  const known = ends !== null && before.round === state.round;
  ends = known ? Math.min(Math.max(ends, earliest), latest) : now + state.seconds_left * 1000;
}

const millisecondsLeft = () => (ends === null ? state.seconds_left * 1000 : Math.max(0, ends - performance.now()));

function momentOf(left) {
  if (state.phase !== "round") return state.phase;
  if (state.paused) return "paused";
  if (left === 0) return "up";
  if (left <= state.soon) return "soon";
  return state.whole - left < state.seeking ? "seek" : "talk";
}

// The bell: two soft tones when the time is up, once a round, after somebody has put the sound on.
let sound = null, rung = null;

function tone(pitch, after) {
  const start = sound.currentTime + after;
  const source = sound.createOscillator(), volume = sound.createGain();
  source.frequency.value = pitch;
  volume.gain.setValueAtTime(0.0001, start);
  volume.gain.exponentialRampToValueAtTime(0.4, start + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 1.6);
  source.connect(volume).connect(sound.destination);
  source.start(start);
  source.stop(start + 1.7);
}

function ring() {
  if (!sound) return;
  sound.resume();
  tone(659, 0);
  tone(523, 0.7);
}

function ringWhenUp(left) {
  if (state.phase !== "round") rung = null;
  else if (left > 5) rung = `waits ${state.round}`;
  else if (left === 0 && rung === `waits ${state.round}`) {
    rung = "done";
    ring();
  }
}

// Pages: every card is laid out and measured in several ways, and the best way is cut into columns and pages.
let pages = [], leaf = 0, turnedAt = 0, held = false, laidOut = "";

function seat(one) {
  const made = copy(`seat="${one.side}"`);
  made.querySelector("bdi").textContent = one.name;
  return made;
}

function card(kind, names, number) {
  const made = copy(`table="${kind}"`);
  if (number) made.querySelector("b").textContent = number;
  made.querySelector(".hall-seats").append(...names.map(seat));
  return made;
}

function cardsOf(places) {
  const made = places.tables.map((table) => card("at", table.names, table.table));
  for (let first = 0; first < places.sitting_out.length; first += OUT_PER_CARD) {
    made.push(card("out", places.sitting_out.slice(first, first + OUT_PER_CARD)));
  }
  return made;
}

// From top to bottom, then the next column, then the next page.
function paged(cards, columns) {
  const room = tables.clientHeight, gap = parseFloat(getComputedStyle(tables).columnGap);
  const found = [];
  let column = null, used = 0;
  for (const one of cards) {
    const height = one.offsetHeight;
    if (!column || used + gap + height > room + 1) {
      column = [];
      used = -gap;
      if (!found.length || found[found.length - 1].length === columns) found.push([]);
      found[found.length - 1].push(column);
    }
    column.push(one);
    used += gap + height;
  }
  return found;
}

// How good a layout is, the worst first: words cut in two, names that stand out of line, pages, names side by side,
// names over two lines, columns.
function tried({ columns, across, size }, cards, names) {
  tables.style.setProperty("--columns", columns);
  tables.style.setProperty("--across", across);
  tables.style.setProperty("--size", `${size}px`);
  for (const name of names) {
    name.classList.remove("is-cut");
    name.parentElement.classList.remove("is-long");
  }
  const tooWide = (name) => name.scrollWidth > name.clientWidth + 1;
  const folded = (name) => name.clientHeight > size * 1.9;
  const long = across > 1 ? names.filter((name) => tooWide(name) || folded(name)) : [];
  long.forEach((name) => name.parentElement.classList.add("is-long"));
  const cut = names.filter(tooWide);
  cut.forEach((name) => name.classList.add("is-cut"));
  const found = paged(cards, columns);
  const messy = long.length > names.length / 8 ? 1 : 0;
  return {
    columns, across, size, pages: found,
    cost: [messy, cut.length, found.length, across, names.filter(folded).length, columns],
  };
}

function better(one, other) {
  const at = one.cost.findIndex((value, index) => value !== other.cost[index]);
  return at >= 0 && one.cost[at] < other.cost[at];
}

function list(cards) {
  const made = document.createElement("ul");
  made.append(...cards);
  return made;
}

function layOut(cards) {
  const measured = list(cards);
  measured.className = "hall-tables-flat";
  tables.replaceChildren(measured);
  const names = [...tables.querySelectorAll(".hall-seat-name")];
  const most = Math.max(1, ...cards.map((one) => one.querySelectorAll(".hall-seat").length));
  const side = Math.min(window.innerWidth, window.innerHeight), smallest = Math.max(18, Math.ceil(side / SMALLEST));
  let best = null;
  for (const columns of [1, 2, 3, 4]) {
    for (const across of [1, 2, 4].filter((count) => count <= most)) {
      const now = tried({ columns, across, size: smallest }, cards, names);
      if (!best || better(now, best)) best = now;
    }
  }
  for (let size = smallest + 2; size <= side / LARGEST; size += 2) {
    const now = tried({ ...best, size }, cards, names);
    if (better(best, now)) break;
    best = now;
  }
  const final = tried(best, cards, names).pages.map((page) => page.map(list));
  tables.replaceChildren(...final.flat());
  return final;
}

function arrange(places, key) {
  if (laidOut === key) return;
  laidOut = key;
  held = false;
  tables.hidden = !places || !(places.tables.length + places.sitting_out.length);
  pages = tables.hidden ? [] : layOut(cardsOf(places));
  turnTo(0);
}

function turnTo(number) {
  leaf = number;
  turnedAt = performance.now();
  pages.forEach((page, index) => page.forEach((one) => { one.hidden = index !== leaf; }));
  const mark = find("leaf"), one = pages.length < 2;
  mark.hidden = one;
  write(mark, mark.dataset.text.replace("{leaf}", leaf + 1).replace("{leaves}", pages.length));
  find("hold").hidden = one || held;
  find("go-on").hidden = one || !held;
}

function turnWhenRead(moment) {
  if (pages.length < 2 || held) return;
  const hurry = moment === "soon" ? (state.soon * 1000) / pages.length : STAY;
  if (performance.now() - turnedAt >= Math.max(AT_LEAST, Math.min(STAY, hurry))) turnTo((leaf + 1) % pages.length);
}

// What is on the screen, five times a second; only what differs is touched.
function paint() {
  const milliseconds = millisecondsLeft(), left = Math.ceil(milliseconds / 1000);
  const moment = momentOf(left);
  const showsNext = Boolean(state.next) && (state.phase !== "round" || left <= state.soon);
  const places = showsNext ? state.next : state;
  body.dataset.phase = state.phase;
  body.dataset.moment = moment;
  body.toggleAttribute("data-shows-next", showsNext);
  body.toggleAttribute("data-bare", state.phase !== "round" && !state.next);
  write(find("line"), state.lines[moment]);
  write(find("round"), state.phase !== "round" && state.next ? state.next.round : state.round);
  write(find("rounds"), state.rounds);
  find("this-round").hidden = state.phase === "between";
  find("next-round").hidden = state.phase !== "between";
  write(find("time"), `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`);
  find("ring").setAttribute("pathLength", state.whole);
  find("ring").setAttribute("stroke-dasharray", left < state.whole ? `${milliseconds / 1000} ${state.whole}` : "none");
  arrange(places, JSON.stringify([showsNext, places.tables, places.sitting_out]));
  turnWhenRead(moment);
  ringWhenUp(left);
}

// Asking the server; whoever is not logged in any more is sent elsewhere, which is no answer either.
let missed = 0;

async function ask() {
  const asked = performance.now();
  try {
    const signal = AbortSignal.timeout?.(5000);
    const answer = await fetch(body.dataset.stateUrl, { cache: "no-store", redirect: "manual", signal });
    find("signed-out").hidden = answer.type !== "opaqueredirect";
    if (!answer.ok) throw new Error(String(answer.status));
    const before = state;
    state = await answer.json();
    setClock(before, asked);
    missed = 0;
  } catch {
    missed += 1;
  }
  find("away").hidden = missed < 2 || !find("signed-out").hidden;
  paint();
  setTimeout(ask, ASK_EVERY);
}

// The buttons, and a screen that does not fall asleep.
function show(which, other) {
  find(which).hidden = false;
  find(other).hidden = true;
}

function onPress(name, deed) {
  find(name).addEventListener("click", deed);
}

const stayAwake = () => navigator.wakeLock?.request("screen").catch(() => {});
onPress("sound-on", () => {
  sound = sound || new AudioContext();
  ring();
  show("sound-off", "sound-on");
  find("sound-off").focus();
});
onPress("sound-off", () => {
  sound.close();
  sound = null;
  show("sound-on", "sound-off");
  find("sound-on").focus();
});
onPress("hold", () => { held = true; turnTo(leaf); find("go-on").focus(); });
onPress("go-on", () => { held = false; turnTo((leaf + 1) % pages.length); find("hold").focus(); });
onPress("full", () => document.documentElement.requestFullscreen());
onPress("small", () => document.exitFullscreen());
document.addEventListener("fullscreenchange", () => {
  if (document.fullscreenElement) show("small", "full");
  else show("full", "small");
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) stayAwake();
});
const again = () => { laidOut = ""; paint(); };
window.addEventListener("resize", again);
document.fonts.addEventListener("loadingdone", again);
find("full").hidden = !document.fullscreenEnabled;
find("sound-on").hidden = !window.AudioContext;
find("tools").hidden = false;
stayAwake();
setClock(state, performance.now());
paint();
setInterval(paint, 200);
ask();
