// The messages on the screen. Words only ever enter the page as text.

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...children);
  return made;
}

function paragraphs(text) {
  return text
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((part) => element("p", "", part));
}

export class Log {
  constructor(log, scroller, choices, newer) {
    this.log = log;
    this.scroller = scroller;
    this.choices = choices;
    this.newer = newer;
    this.labels = log.dataset;
    this.first = Number(log.dataset.first);
    this.last = Number(log.dataset.last);
    this.pending = new Map();
    this.fresh = null;
    newer.addEventListener("click", () => this.toEnd());
    scroller.addEventListener("scroll", () => {
      if (this.atEnd()) {
        newer.hidden = true;
      }
    });
  }

  // A line of the log: {id, from, text, choices, own, sound}.
  add(line) {
    if (line.id <= this.last) {
      return;
    }
    this.last = line.id;
    this.first = this.first || line.id;
    const follow = this.atEnd();
    if (line.from === "visitor") {
      this.settle(line);
    }
    const made = this.line(line.from, line.text);
    if (line.sound) {
      made.querySelector(".words").append(this.player(line.sound));
    }
    made.dataset.seq = String(line.id);
    // Words still on their way stay below what has already arrived.
    this.log.insertBefore(made, this.firstPending());
    if (line.choices.length) {
      const focused = this.choices.contains(document.activeElement);
      this.offer(line.choices);
      if (focused) {
        // The pressed button is gone: go on from what it led to.
        made.tabIndex = -1;
        made.focus({ preventScroll: true });
      }
    }
    this.show(made, line.from, follow);
  }

  line(from, text) {
    const who = element("span", "who", this.labels[from] || "");
    const words = element("div", "words", ...paragraphs(text));
    words.dir = "auto";
    return element("div", `line ${from}`, who, words);
  }

  // Nothing is fetched or played before a press: somebody else may hear it.
  player(place) {
    const made = element("audio");
    made.controls = true;
    made.preload = "none";
    made.src = place;
    made.setAttribute("aria-label", this.labels.listen);
    return made;
  }

  offer(choices) {
    const buttons = choices.map((choice) => {
      const label = element("span", "", choice.label);
      label.dir = "auto";
      const button = element("button", "", element("b", "", choice.key), " ", label);
      button.type = "submit";
      button.name = "choice";
      button.value = choice.id;
      return button;
    });
    this.choices.querySelector(".buttons").replaceChildren(...buttons);
    this.choices.hidden = false;
    this.choices.classList.remove("busy");
  }

  // The visitor's own words, before the server has them.
  wait(message, text) {
    const made = this.line("visitor", text);
    const state = element("span", "delivery", this.labels.sending);
    made.append(state);
    made.classList.add("pending");
    this.log.append(made);
    this.pending.set(message.id, { made, state, text, choice: Boolean(message.choice) });
    this.toEnd();
  }

  mark(id, words) {
    const entry = this.pending.get(id);
    if (entry) {
      entry.state.textContent = words;
      entry.kept = !words;
      entry.made.classList.toggle("pending", Boolean(words));
    }
  }

  drop(id) {
    this.pending.get(id)?.made.remove();
    this.pending.delete(id);
  }

  // The log now holds words that stood here as pending: show them once.
  settle(line) {
    const kept = [...this.pending].filter(([, entry]) => entry.kept);
    const same =
      (this.pending.has(line.own) && line.own) ||
      kept.find(([, entry]) => entry.text === line.text)?.[0] ||
      kept.find(([, entry]) => entry.choice)?.[0];
    if (same) {
      this.drop(same);
    }
  }

  firstPending() {
    return [...this.pending.values()].find((entry) => !entry.kept)?.made ?? null;
  }

  // The scroller grows upwards from its end: 0 is the newest line.
  atEnd() {
    return this.scroller.scrollTop > -60;
  }

  toEnd() {
    this.scroller.scrollTop = 0;
    this.newer.hidden = true;
  }

  show(made, from, follow) {
    if (from === "visitor") {
      this.toEnd();
    } else if (this.fresh) {
      // One of several at once: the first of them is being shown.
    } else if (follow) {
      this.fresh = made;
      requestAnimationFrame(() => this.reveal(made));
    } else {
      this.newer.hidden = false;
    }
  }

  // What is longer than the screen is read from its beginning.
  reveal(made) {
    this.fresh = null;
    this.toEnd();
    if (made.getBoundingClientRect().top < this.scroller.getBoundingClientRect().top) {
      made.scrollIntoView({ block: "start" });
    }
  }

  // After a reload: the first answer to the visitor's last words.
  begin() {
    const lines = [...this.log.children];
    const own = lines.map((line) => line.classList.contains("visitor")).lastIndexOf(true);
    if (lines[own + 1]) {
      this.reveal(lines[own + 1]);
    }
  }

  clear() {
    this.log.replaceChildren();
    this.choices.hidden = true;
    this.choices.querySelector(".buttons").replaceChildren();
    this.pending.clear();
  }
}
