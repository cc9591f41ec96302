// The queue redraws itself when its figures change, and each minute for the waiting times.
import { count, page, stream, swap } from "./desk.js";

let redraw = Promise.resolve();

function refresh() {
  redraw = redraw.then(() => page("/")).then(
    (fresh) => swap(fresh, "[data-region]:not(#notices)"),
    () => {},
  );
}

stream("/events", {
  queue: (now) => {
    count(now.waiting + now.offered);
    if (document.getElementById("waiting").dataset.mark !== now.mark) refresh();
  },
  state: (up) => document.body.classList.toggle("offline", !up),
});
setInterval(refresh, 60_000);
