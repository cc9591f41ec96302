// What every page shares: forms that cannot be sent twice, times, keys, sound, title, life signs.

const token = document.querySelector('meta[name="form-token"]').content;
const title = document.title;
const LIFE_SIGN = 60_000;
const REPEAT = 30_000;

document.documentElement.classList.add("script");

export function post(path, fields, options = {}) {
  const body = new URLSearchParams({ ...fields, csrf: token });
  return fetch(path, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { Accept: "application/json" },
    ...options,
  });
}

export function leave() {
  location.replace("/sign-in");
}

// A page as a document: parsed by the browser, its scripts never run.
export function page(path) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", path);
    request.responseType = "document";
    request.onload = () => (request.status === 200 ? resolve(request.response) : reject(request.status));
    request.onerror = () => reject(0);
    request.send();
  });
}

export function swap(from, selector) {
  for (const fresh of from.querySelectorAll(selector)) {
    const old = document.getElementById(fresh.id);
    if (!old || old.isEqualNode(fresh)) continue;
    const focused = old.contains(document.activeElement) && document.activeElement;
    const place = focused && [...old.querySelectorAll("a, button")].indexOf(focused);
    old.replaceWith(document.importNode(fresh, true));
    if (focused) document.getElementById(fresh.id).querySelectorAll("a, button")[place]?.focus();
  }
  times();
}

export function times(root = document) {
  for (const time of root.querySelectorAll("time[datetime]:not([data-local])")) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.getTime())) continue;
    const today = at.toDateString() === new Date().toDateString();
    time.title = time.textContent;
    time.textContent = today
      ? at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })
      : at.toLocaleString([], { day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit" });
    time.dataset.local = "yes";
  }
}

export function count(number) {
  document.title = number > 0 ? `(${number}) ${title}` : title;
}

// Sound: off until asked for, two plain tones, and nothing that could be content.
let sound = sessionStorage.getItem("sound") === "on";
let audio;
let alarm = 0;

function tone(at, pitch) {
  const oscillator = new OscillatorNode(audio, { frequency: pitch });
  const volume = new GainNode(audio, { gain: 0.08 });
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.15);
}

export function ping() {
  if (!sound) return;
  audio ??= new AudioContext();
  tone(audio.currentTime, 660);
  tone(audio.currentTime + 0.2, 880);
}

function repeat(wanted) {
  if (wanted && !alarm) alarm = setInterval(ping, REPEAT);
  if (!wanted && alarm) alarm = clearInterval(alarm) ?? 0;
}

const button = document.getElementById("sound");
function showSound() {
  button.setAttribute("aria-pressed", String(sound));
}
button.addEventListener("click", () => {
  sound = !sound;
  sessionStorage.setItem("sound", sound ? "on" : "off");
  showSound();
  ping();
});
showSound();

// The figures of the queue, on every page that has a stream.
let before;
const box = document.getElementById("figures");

function figure(id, label, number) {
  document.getElementById(id).textContent = number > 0 ? `${label} ${number}` : "";
}

export function figures(now) {
  figure("count-waiting", box.dataset.waiting, now.waiting);
  figure("count-emergencies", box.dataset.emergencies, now.emergencies);
  const rings = now.emergencies + now.offered;
  if (before && (now.waiting > before.waiting || rings > before.emergencies + before.offered)) ping();
  repeat(rings > 0);
  before = now;
}

export function stream(path, handlers) {
  const source = new EventSource(path);
  const on = (name, handle) => source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  for (const [name, handle] of Object.entries(handlers)) if (name !== "state") on(name, handle);
  on("ended", () => source.close());
  on("queue", figures);
  on("gone", () => {
    source.close();
    leave();
  });
  source.addEventListener("open", () => handlers.state?.(true));
  source.addEventListener("error", () => {
    handlers.state?.(false);
    if (source.readyState === EventSource.CLOSED) page(location.pathname).then(() => location.reload(), again);
  });
  // Refused: signed out, no longer ours, or the server is away; the last is worth waiting for.
  function again(status) {
    if (status === 401) leave();
    else if (status === 404) handlers.ended?.();
    else setTimeout(() => stream(path, handlers), 3000);
  }
  addEventListener("pagehide", () => source.close());
  return source;
}

// A person at the screen keeps the session; a page left open does not.
let last = Date.now();
for (const sign of ["keydown", "pointerdown", "wheel"]) {
  addEventListener(
    sign,
    () => {
      if (Date.now() - last < LIFE_SIGN) return;
      last = Date.now();
      post("/alive", {}).then((answer) => answer.status === 401 && leave());
    },
    { passive: true },
  );
}

// A double click sends once.
for (const form of document.forms) {
  form.addEventListener("submit", (event) => {
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

// Keys: by place on the keyboard, so that they work in Cyrillic too.
const keys = document.getElementById("keys");
const press = {
  KeyN: () => document.querySelector("#take-next button:enabled") ?? document.querySelector(".home"),
  KeyQ: () => document.querySelector(".home"),
};
const focus = { KeyL: "#words:enabled", KeyG: "#guidance" };
const open = { KeyP: "#note-box", KeyW: "#wrap-up" };

function typing(element) {
  return element.matches("input, textarea, select");
}

document.getElementById("show-keys").addEventListener("click", () => keys.showModal());
addEventListener("keydown", (event) => {
  if (event.key === "?" && !typing(event.target)) {
    event.preventDefault();
    keys.open ? keys.close() : keys.showModal();
  }
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  const pressed = press[event.code]?.();
  const focused = focus[event.code] && document.querySelector(focus[event.code]);
  const opened = open[event.code] && document.querySelector(open[event.code]);
  if (!pressed && !focused && !opened) return;
  event.preventDefault();
  pressed?.click();
  focused?.focus();
  if (opened) {
    opened.open = true;
    opened.querySelector("textarea, input:not([type=hidden])").focus();
  }
});

times();
