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
})();
