// What pages have in common: the colours' switch, and the token that writes carry. Every page works without this file.
(() => {
  "use strict";
  const root = document.documentElement;
  const dark = () =>
    root.dataset.theme
      ? root.dataset.theme === "dark"
      : window.matchMedia("(prefers-color-scheme: dark)").matches;

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-theme-switch]");
    if (!link) return;
    event.preventDefault();
    root.dataset.theme = dark() ? "light" : "dark";
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `theme=${root.dataset.theme}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  });

  document.addEventListener("htmx:configRequest", (event) => {
    const csrf = document.querySelector('meta[name="csrf"]');
    if (csrf) event.detail.headers["X-CSRF-Token"] = csrf.content;
  });

  // What htmx could not fetch is told, and not passed over in silence.
  const told = document.getElementById("told");
  const tell = (what) => {
    told.textContent = told.dataset[what];
    told.hidden = false;
  };
  document.addEventListener("htmx:responseError", () => tell("failed"));
  document.addEventListener("htmx:sendError", () => tell("offline"));
  document.addEventListener("htmx:afterOnLoad", (event) => {
    if (event.detail.successful) told.hidden = true;
  });
})();
