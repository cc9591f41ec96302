// What the visitor sends: in order, each under its own id, again and again until it is kept.
// The server takes an id only once, so trying again can never say a thing twice.

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15000;
const PATIENCE = 20000; // milliseconds for one try on a slow network

export function newId() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export class Outbox {
  // `on` has sending(message), waiting(message), kept(message, answer), refused(message, answer).
  constructor(on) {
    this.on = on;
    this.queue = [];
    this.running = false;
    this.stopped = false;
    this.wake = () => {};
    this.abort = null;
    addEventListener("online", () => this.wake());
    document.addEventListener("left", () => this.stop());
  }

  push(message) {
    this.queue.push(message);
    this.run();
  }

  stop() {
    this.stopped = true;
    this.queue.length = 0;
    this.abort?.abort();
  }

  async run() {
    if (this.running) {
      return;
    }
    this.running = true;
    let wait = FIRST_WAIT;
    while (this.queue.length && !this.stopped) {
      const message = this.queue[0];
      this.on.sending(message);
      const answer = await this.post(message);
      if (this.stopped) {
        break;
      }
      if (answer.again) {
        this.on.waiting(message);
        await this.pause(wait * (0.75 + Math.random() / 2));
        wait = Math.min(wait * 2, LONGEST_WAIT);
        continue;
      }
      wait = FIRST_WAIT;
      this.queue.shift();
      this.on[answer.kept ? "kept" : "refused"](message, answer);
    }
    this.running = false;
  }

  async post(message) {
    this.abort = new AbortController();
    const timer = setTimeout(() => this.abort.abort(), PATIENCE);
    try {
      const response = await fetch("/chat/messages", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(message),
        signal: this.abort.signal,
      });
      if (response.status >= 500 || response.status === 429 || response.status === 408) {
        return { again: true };
      }
      const said = await response.json();
      return { ...said, kept: response.ok };
    } catch {
      return { again: true };
    } finally {
      clearTimeout(timer);
    }
  }

  pause(milliseconds) {
    return new Promise((resolve) => {
      this.wake = resolve;
      setTimeout(resolve, milliseconds);
    });
  }
}
