// Ready replies: "/" at the start opens the list, typing narrows it, Enter takes one.

export function canned(words, list) {
  const options = [...list.children];
  let chosen = -1;

  const shown = () => options.filter((option) => !option.hidden);

  function mark(index) {
    const open = shown();
    chosen = open.length ? (index + open.length) % open.length : -1;
    for (const option of options) option.setAttribute("aria-selected", String(option === open[chosen]));
    if (chosen >= 0) words.setAttribute("aria-activedescendant", open[chosen].id);
    open[chosen]?.scrollIntoView({ block: "nearest" });
  }

  function show(open) {
    list.hidden = !open;
    if (!open) words.removeAttribute("aria-activedescendant");
  }

  function take(option) {
    words.value = option.dataset.words;
    show(false);
    words.focus();
    words.dispatchEvent(new Event("input"));
  }

  words.setAttribute("aria-controls", list.id);
  words.setAttribute("aria-autocomplete", "list");
  show(false);

  words.addEventListener("input", () => {
    const asked = words.value.startsWith("/");
    if (asked) {
      const wanted = words.value.slice(1).trim().toLowerCase();
      for (const option of options) option.hidden = !option.textContent.toLowerCase().includes(wanted);
    }
    show(asked && shown().length > 0);
    if (asked) mark(0);
  });
  words.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const move = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 }[event.key];
    if (move !== undefined) mark(move);
    else if (event.key === "Enter" && !event.ctrlKey && chosen >= 0) take(shown()[chosen]);
    else if (event.key === "Escape") show(false);
    else return;
    event.preventDefault();
  });
  for (const option of options) {
    option.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      take(option);
    });
  }
  // Typed before this script was there.
  if (words.value.startsWith("/")) words.dispatchEvent(new Event("input"));
}
