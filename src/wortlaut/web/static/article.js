// The reading view: notes beside their quotations, either lights up the other, and keys that walk.
(() => {
  "use strict";
  const reading = document.querySelector("[data-reading]");
  if (!reading) return;
  const wide = window.matchMedia("(min-width: 60.01rem)");
  const gap = 14;
  const announcer = reading.querySelector("[data-announcer]");
  const notes = [...reading.querySelectorAll(".note")];
  const numbers = notes.map((note) => note.dataset.s);
  const quoteOf = (number) => document.getElementById(`s${number}`);
  const noteOf = (number) => document.getElementById(`n${number}`);
  const parts = new Map();
  for (const each of reading.querySelectorAll("[data-s]")) {
    if (!parts.has(each.dataset.s)) parts.set(each.dataset.s, []);
    parts.get(each.dataset.s).push(each);
  }
  let active = null;

  // ---- Either lights up the other ----

  const light = (number, on) => {
    for (const each of parts.get(number) || []) each.classList.toggle("is-lit", on);
  };
  const numberOf = (target) => target.closest?.("[data-s]")?.dataset.s ?? null;
  let hovered = null;
  const hover = (number) => {
    if (number === hovered) return;
    if (hovered !== null && hovered !== active) light(hovered, false);
    hovered = number;
    if (hovered !== null) light(hovered, true);
  };
  reading.addEventListener("pointerover", (event) => hover(numberOf(event.target)));
  reading.addEventListener("pointerleave", () => hover(null));

  const activate = (number) => {
    if (number === active) return;
    if (active !== null && active !== hovered) light(active, false);
    active = number;
    if (active === null) return;
    light(active, true);
    unfold(active);
    place();
  };
  reading.addEventListener("focusin", (event) => {
    const number = numberOf(event.target);
    if (number !== null) activate(number);
  });
  reading.addEventListener("click", (event) => {
    const number = numberOf(event.target);
    if (number !== null) activate(number);
  });

  // ---- Notes beside their quotations ----

  // Each as high as its quotation, or below the one before it; the active one is not pushed.
  const place = () => {
    if (!wide.matches) {
      for (const note of notes) note.style.removeProperty("transform");
      reading.style.removeProperty("min-height");
      return;
    }
    const top = reading.getBoundingClientRect().top;
    const wanted = numbers.map((number, index) => {
      const quote = quoteOf(number) || notes[index].closest(".part");
      const [first] = quote.getClientRects();
      return (first ? first.top : 0) - top;
    });
    const heights = notes.map((note) => note.offsetHeight);
    const tops = [...wanted];
    const chosen = numbers.indexOf(active);
    for (let i = chosen - 1; i >= 0; i -= 1) {
      tops[i] = Math.min(tops[i], tops[i + 1] - heights[i] - gap);
    }
    let least = 0;
    tops.forEach((each, i) => {
      tops[i] = Math.max(each, least);
      least = tops[i] + heights[i] + gap;
    });
    notes.forEach((note, i) => {
      note.style.setProperty("transform", `translateY(${Math.round(tops[i])}px)`);
    });
    reading.style.setProperty("min-height", `${Math.ceil(least)}px`);
  };

  // ---- Folded under their paragraphs on narrow screens ----

  const folds = [...reading.querySelectorAll(".fold")];
  const fold = (button, folded) => {
    button.parentElement.classList.toggle("is-folded", folded);
    button.setAttribute("aria-expanded", String(!folded));
  };
  const unfold = (number) => {
    const button = noteOf(number)?.closest(".notes")?.querySelector(".fold");
    if (button && !wide.matches) fold(button, false);
  };
  for (const button of folds) {
    button.addEventListener("click", () => {
      fold(button, button.getAttribute("aria-expanded") === "true");
    });
  }
  const arrange = () => {
    reading.classList.toggle("is-placed", wide.matches);
    for (const button of folds) {
      button.hidden = wide.matches;
      fold(button, !wide.matches);
    }
    if (active !== null) unfold(active);
    place();
  };

  // ---- Keys ----

  const go = (index) => {
    const number = numbers[index];
    const quote = quoteOf(number);
    if (!quote) return;
    quote.focus({ preventScroll: true });
    activate(number);
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    quote.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    const who = noteOf(number).querySelector(".name")?.textContent.trim() ?? "";
    const values = { place: index + 1, all: numbers.length, who };
    announcer.textContent = reading.dataset.announce.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  };
  const writes = (target) => target.closest?.("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
    if (!numbers.length) return;
    const at = numbers.indexOf(active);
    // Before the first step, Home and End go to the ends of the page as everywhere.
    const steps = { j: at + 1, k: at < 0 ? numbers.length - 1 : at - 1 };
    if (at >= 0) Object.assign(steps, { Home: 0, End: numbers.length - 1 });
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    go(Math.min(Math.max(next, 0), numbers.length - 1));
  });

  // ---- Addresses of statements ----

  const follow = () => {
    const [, number] = /^#[sn](\d+)$/.exec(location.hash) ?? [];
    if (number && parts.has(number)) activate(number);
  };
  window.addEventListener("hashchange", follow);
  wide.addEventListener("change", arrange);
  new ResizeObserver(() => place()).observe(document.documentElement);
  reading.addEventListener("toggle", () => place(), true);
  arrange();
  follow();
})();
