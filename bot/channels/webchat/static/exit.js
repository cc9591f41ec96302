// Quick exit: cover at once, tell the server without waiting, replace the page.
// It stands alone, so that a fault elsewhere cannot take it away.

const NEUTRAL = "/phrases";
const WITHIN = 5000; // milliseconds for three presses of Shift

let left = false;

function cover() {
  const page = document.getElementById("neutral");
  const copy = page ? page.content.cloneNode(true) : document.createElement("p");
  document.body.className = "plain neutral";
  document.body.replaceChildren(copy);
  window.scrollTo(0, 0);
}

function tell() {
  // As JSON the request says where it comes from; a plain beacon would say "Origin: null".
  const body = new Blob(["{}"], { type: "application/json" });
  if (navigator.sendBeacon && navigator.sendBeacon("/chat/leave", body)) {
    return;
  }
  fetch("/chat/leave", { method: "POST", body, keepalive: true }).catch(() => {});
}

export function leave() {
  if (left) {
    return;
  }
  left = true;
  document.dispatchEvent(new Event("left"));
  cover();
  try {
    tell();
  } finally {
    location.replace(NEUTRAL);
  }
}

function watchShift(button, spoken) {
  const hints = { 1: button.dataset.two, 2: button.dataset.one };
  let presses = 0;
  let alone = false;
  let timer = 0;

  const show = (count) => {
    presses = count;
    button.dataset.presses = String(count);
    spoken.textContent = hints[count] || "";
    clearTimeout(timer);
    if (count) {
      timer = setTimeout(show, WITHIN, 0);
    }
  };
  document.addEventListener("keydown", (event) => {
    alone = event.key === "Shift";
    if (!alone && presses) {
      show(0);
    }
  });
  document.addEventListener("keyup", (event) => {
    // Shift that made a capital letter does not count.
    if (event.key !== "Shift" || !alone) {
      return;
    }
    alone = false;
    if (presses === 2) {
      leave();
    } else {
      show(presses + 1);
    }
  });
}

const button = document.getElementById("exit");
button.form.addEventListener("submit", (event) => {
  event.preventDefault();
  leave();
});
watchShift(button, document.getElementById("exit-spoken"));

// A page the browser kept in memory shows nothing of before: it is emptied and asked anew.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    cover();
    location.replace(left ? NEUTRAL : "/");
  }
});
