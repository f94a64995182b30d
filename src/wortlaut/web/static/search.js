// The search page: dates chosen by dragging over the histogram, and filters that stand open
// where there is room. Without this file the two date fields and the buttons do the same.
(() => {
  "use strict";

  const wide = window.matchMedia("(min-width: 62rem)");
  const boxes = document.querySelectorAll(".filters, .facets-box");
  const open = () => {
    if (wide.matches) boxes.forEach((box) => (box.open = true));
  };
  open();
  wide.addEventListener("change", open);

  // ---- The histogram: press, drag, let go; a click takes one bar. ----

  const SVG = "http://www.w3.org/2000/svg";
  let drag = null;

  const barAt = (svg, event) => {
    const box = svg.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    const bars = Number(svg.dataset.bars);
    return Math.min(bars - 1, Math.max(0, Math.floor(share * bars)));
  };

  const show = () => {
    const first = Math.min(drag.from, drag.to);
    const last = Math.max(drag.from, drag.to);
    drag.box.setAttribute("x", first);
    drag.box.setAttribute("width", last - first + 1);
    return [first, last];
  };

  document.addEventListener("pointerdown", (event) => {
    const svg = event.target.closest("svg[data-bars]");
    if (!svg || event.button !== 0) return;
    const bar = barAt(svg, event);
    svg.querySelectorAll(".chosen").forEach((old) => old.remove());
    const box = document.createElementNS(SVG, "rect");
    box.setAttribute("class", "chosen");
    box.setAttribute("y", 0);
    box.setAttribute("height", svg.viewBox.baseVal.height);
    svg.append(box);
    svg.setPointerCapture(event.pointerId);
    drag = { svg, box, from: bar, to: bar };
    show();
    event.preventDefault();
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    drag.to = barAt(drag.svg, event);
    show();
  });

  document.addEventListener("pointerup", (event) => {
    if (!drag) return;
    drag.to = barAt(drag.svg, event);
    const [first, last] = show();
    const days = drag.svg.dataset.days.split(" ");
    const form = document.getElementById("search");
    form.elements.begin.value = days[first].split("/")[0];
    form.elements.end.value = days[last].split("/")[1];
    form.elements.end.dispatchEvent(new Event("change", { bubbles: true }));
    drag = null;
  });

  document.addEventListener("pointercancel", () => {
    if (drag) drag.box.remove();
    drag = null;
  });

})();
