// Whoever is pointed at, or focused, is shown with their ties alone.
(() => {
  "use strict";
  const figure = document.querySelector("[data-network]");
  if (!figure) return;
  const ties = [...figure.querySelectorAll("[data-source]")];
  const nodes = [...figure.querySelectorAll("[data-node]")];

  // A picture that is wider than a phone begins at its middle, where most of the ties are.
  const frame = figure.querySelector(".network-scroll");
  frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;

  const light = (key) => {
    const near = new Set([key]);
    for (const tie of ties) {
      const { source, target } = tie.dataset;
      const lit = source === key || target === key;
      tie.classList.toggle("lit", lit);
      if (lit) near.add(source).add(target);
    }
    for (const node of nodes) node.classList.toggle("lit", near.has(node.dataset.node));
    figure.classList.toggle("is-lit", key !== null);
  };

  for (const node of nodes) {
    node.addEventListener("pointerenter", () => light(node.dataset.node));
    node.addEventListener("pointerleave", () => light(null));
    node.addEventListener("focus", () => light(node.dataset.node));
    node.addEventListener("blur", () => light(null));
  }
})();
