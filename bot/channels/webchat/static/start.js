// The first screen: the same form without a second entry in the browser's history.

import { Outbox, newId } from "./send.js";

const form = document.getElementById("start");
const state = document.getElementById("start-state");
const outbox = new Outbox({
  sending: () => {},
  waiting: () => (state.textContent = form.dataset.offline),
  kept: () => location.replace("/"),
  refused: (_message, answer) => {
    state.textContent = answer.text || "";
    form.classList.remove("busy");
  },
});

form.addEventListener("submit", (event) => {
  const hint = event.submitter?.value;
  if (!hint) {
    return; // an old browser: the plain form does the same
  }
  event.preventDefault();
  if (!form.classList.contains("busy")) {
    form.classList.add("busy");
    outbox.push({ id: newId(), text: "/start", hint });
  }
});
