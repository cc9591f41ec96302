// The conversation: what arrives by the stream, what leaves by the outbox.
// Everything lives in memory only; nothing is stored in the browser.

import { Log } from "./log.js";
import { Outbox, newId } from "./send.js";

const QUIET = 90000; // milliseconds without a word after which the stream is opened anew
const ANSWER = 10000; // the same after something was sent
const LATE = 3000; // a connection missing for less is not worth a word

const get = (id) => document.getElementById(id);
const choices = get("choices");
const log = new Log(get("log"), get("scroller"), choices, get("newer"));
const text = get("text");
const error = get("error");
const state = get("state");
const labels = get("log").dataset;

const outbox = new Outbox({
  sending: () => {},
  waiting: (message) => log.mark(message.id, labels.retrying),
  kept: (message, answer) => {
    log.mark(message.id, "");
    if (answer.new) {
      startAnew(); // the cookie was gone: these words began a new conversation
      return;
    }
    setTimeout(() => choices.classList.remove("busy"), ANSWER / 2);
    expect(ANSWER);
  },
  refused: (message, answer) => {
    log.drop(message.id);
    error.textContent = answer.text || "";
    choices.classList.remove("busy");
    if (message.text) {
      text.value = text.value ? `${message.text}\n${text.value}` : message.text;
      grow();
      text.focus();
    }
  },
});

function send(message, shown) {
  error.textContent = "";
  const whole = { id: newId(), seen: log.last, ...message };
  log.wait(whole, shown);
  outbox.push(whole);
}

// --- writing

function grow() {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + 2}px`;
}

function compose() {
  if (text.value.trim()) {
    send({ text: text.value }, text.value);
    text.value = "";
    grow();
  }
}

get("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  compose();
  text.focus();
});
text.addEventListener("input", grow);
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    compose();
  }
});

// Dots in place of letters for whoever looks over the shoulder; remembered nowhere.
const veil = get("veil");
veil.closest("label").hidden = !CSS.supports("-webkit-text-security", "disc");
veil.addEventListener("change", () => {
  text.classList.toggle("veiled", veil.checked);
  text.focus();
});

choices.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = event.submitter;
  if (button && !choices.classList.contains("busy")) {
    choices.classList.add("busy");
    send({ choice: button.value }, button.querySelector("span").textContent);
  }
});

// --- the stream

let source = null;
let deadline = 0;
let late = 0;
let again = 0;
let retry = 1000;
let acknowledging = 0;
let over = false;

function expect(milliseconds) {
  clearTimeout(deadline);
  deadline = setTimeout(connect, milliseconds);
}

function heard() {
  clearTimeout(late);
  late = 0;
  retry = 1000;
  state.textContent = "";
  expect(QUIET);
}

function lost() {
  late = late || setTimeout(() => (state.textContent = labels.offline), LATE);
  if (source.readyState === EventSource.CLOSED) {
    clearTimeout(again);
    again = setTimeout(connect, retry);
    retry = Math.min(retry * 2, 15000);
  }
}

function connect() {
  if (over) {
    return;
  }
  source?.close();
  const place = new URLSearchParams({ first: log.first, after: log.last, in: labels.locale });
  source = new EventSource(`/chat/events?${place}`);
  source.onopen = heard;
  source.onerror = lost;
  source.onmessage = (event) => {
    heard();
    const line = JSON.parse(event.data);
    log.add(line);
    if (line.from === "operator") {
      acknowledge();
    }
  };
  source.addEventListener("reset", startAnew);
  source.addEventListener("paused", rest);
  expect(QUIET);
}

// Tells the person on the other side that their words have arrived.
function acknowledge() {
  clearTimeout(acknowledging);
  acknowledging = setTimeout(() => {
    const body = JSON.stringify({ id: newId(), seen: log.last });
    const headers = { "Content-Type": "application/json" };
    fetch("/chat/messages", { method: "POST", headers, body }).catch(() => {});
  }, 500);
}

// Newer tabs took this one's place; looking at it brings it back.
function rest() {
  source?.close();
  for (const timer of [deadline, late, again, acknowledging]) {
    clearTimeout(timer);
  }
}

function stop() {
  over = true;
  rest();
}

function startAnew() {
  stop();
  log.clear();
  location.replace("/");
}

document.addEventListener("left", stop);
addEventListener("online", connect);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && source.readyState !== EventSource.OPEN) {
    connect();
  }
});
connect();
grow();
log.begin();
