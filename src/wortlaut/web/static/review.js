// One key a decision: j and k walk through the questions, the buttons' own keys press them.
(() => {
  "use strict";
  const questions = () => [...document.querySelectorAll("[data-question]")];
  let last = 0;

  const current = () => document.activeElement?.closest("[data-question]");

  const go = (place) => {
    const all = questions();
    if (!all.length) return;
    last = Math.max(0, Math.min(all.length - 1, place));
    all[last].focus({ preventScroll: true });
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    all[last].scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  };

  document.addEventListener("focusin", () => {
    const place = questions().indexOf(current());
    if (place >= 0) last = place;
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select")) {
      if (event.key === "Escape") current()?.focus();
      return;
    }
    const question = current();
    if (event.key === "j") go(question ? last + 1 : last);
    else if (event.key === "k") go(question ? last - 1 : last);
    else if (question) {
      const button = question.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      const field = question.querySelector(`[data-focus-key="${CSS.escape(event.key)}"]`);
      if (!button && !field) return;
      if (button) button.click();
      else field.focus();
    } else return;
    event.preventDefault();
  });

  // The next question takes the place of the one that was decided.
  document.addEventListener("htmx:afterSettle", (event) => {
    const line = document.querySelector("[data-decided]:not([data-told])");
    if (!line) return;
    line.dataset.told = "";
    document.getElementById("notice").textContent = line.textContent.trim();
    go(last);
  });
})();
