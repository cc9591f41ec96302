// One conversation, live. Words are only ever set as text.
import { count, leave, page, ping, post, stream, swap, times } from "./desk.js";
import { canned } from "./canned.js";

const talk = document.getElementById("conversation");
const path = `/tickets/${talk.dataset.ticket}`;
const log = document.getElementById("log");
const blank = document.getElementById("line");
const end = document.getElementById("to-end");
const composer = document.getElementById("composer");
const problem = document.getElementById("problem");
let unseen = 0;

function atEnd() {
  return log.scrollHeight - log.scrollTop - log.clientHeight < 80;
}

function toEnd() {
  log.scrollTop = log.scrollHeight;
  end.hidden = true;
}

// A turned phone, or its keyboard, changes the height: the newest words stay in sight.
let follows = true;
log.addEventListener("scroll", () => (follows = atEnd()));
new ResizeObserver(() => follows && toEnd()).observe(log);
for (const box of document.querySelectorAll("aside details")) {
  box.addEventListener("toggle", () => box.open && box.scrollIntoView({ block: "nearest" }));
}

function paragraph(kind, words) {
  const made = document.createElement("p");
  made.className = kind;
  made.dir = "auto";
  made.textContent = words;
  return made;
}

function draw(line) {
  const made = blank.content.firstElementChild.cloneNode(true);
  made.classList.add(line.from);
  made.dataset.seq = line.id;
  made.querySelector(".who").textContent = line.who;
  const time = made.querySelector("time");
  time.dateTime = line.at;
  time.textContent = line.clock;
  made.append(...line.blocks.map((words) => paragraph("words", words)));
  if (line.choices.length) made.append(paragraph("choices", line.choices.join(" · ")));
  if (line.from === "operator") made.append(paragraph(`delivery ${line.delivery}`, line.state));
  times(made);
  return made;
}

function add(line) {
  if (log.querySelector(`[data-seq="${Number(line.id)}"]`)) return;
  const follow = atEnd();
  log.append(draw(line));
  if (follow) toEnd();
  else end.hidden = false;
  if (line.from !== "visitor") return;
  ping();
  if (document.hidden) count((unseen += 1));
}

function deliver(moved) {
  for (const [seq, now] of Object.entries(moved)) {
    const shown = log.querySelector(`[data-seq="${Number(seq)}"] .delivery`);
    if (!shown) continue;
    shown.className = `delivery ${now.delivery}`;
    shown.textContent = now.state;
  }
}

function lock() {
  if (!composer) return;
  const locked = document.getElementById("state").dataset.locked === "yes";
  for (const one of composer.querySelectorAll("textarea, button")) one.disabled = locked;
}

function over() {
  document.getElementById("over").hidden = false;
  for (const one of talk.querySelectorAll("form textarea, form button")) one.disabled = true;
}

stream(`${path}/events?after=${talk.dataset.after}&facts=${talk.dataset.facts}`, {
  line: add,
  delivery: deliver,
  facts: () => page(`${path}/facts`).then((fresh) => (swap(fresh, "#state, #facts"), lock()), () => {}),
  ended: over,
  state: (up) => (document.getElementById("connection").hidden = up),
});

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) count((unseen = 0));
});
end.addEventListener("click", toEnd);
toEnd();

// Sending: the id stays the same until the server has the words, so that a retry says them once.
function sends(form, verb) {
  const words = form.elements.words;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.dataset.busy || !words.value.trim()) return;
    form.dataset.busy = "yes";
    words.readOnly = true;
    const answer = await post(`${path}/${verb}`, { id: form.elements.id.value, words: words.value }).catch(() => null);
    delete form.dataset.busy;
    words.readOnly = false;
    problem.hidden = answer?.status === 202;
    if (answer?.status === 401) leave();
    if (answer?.status !== 202) return;
    form.elements.id.value = crypto.randomUUID();
    words.value = words.defaultValue = "";
    words.focus();
  });
  words.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
}

// Drafts stay with the server, in memory; the browser keeps nothing.
function drafts(words) {
  let timer = 0;
  let kept = words.defaultValue;
  const keep = (options) => {
    clearTimeout(timer);
    if (words.value === kept || composer.dataset.busy) return;
    kept = words.value;
    post(`${path}/draft`, { words: kept }, options).catch(() => {});
  };
  words.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 500);
  });
  addEventListener("pagehide", () => keep({ keepalive: true }));
  keep();
}

if (composer) {
  sends(composer, "say");
  sends(document.getElementById("note-form"), "note");
  drafts(composer.elements.words);
  canned(composer.elements.words, document.getElementById("canned"));
}
