// Jobs that go on are shown as they go on. Without this file, the page's link to itself does.
(() => {
  "use strict";
  const PAUSE = 800;

  const follow = (job) => {
    const number = job.dataset.job;
    const events = new EventSource(`/api/v1/jobs/${number}/events`);
    let due = 0;

    const show = () => {
      due = 0;
      const place = document.getElementById(`job-${number}`);
      if (!place) return events.close();
      // Whoever is about to press a button, or reads in what is unfolded, is not disturbed.
      const folds = [...place.querySelectorAll("details")].map((each) => each.open);
      if (place.contains(document.activeElement) && place.dataset.state === "running") return again();
      fetch(`/add/jobs/${number}`, { headers: { "HX-Request": "true" } })
        .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
        .then((text) => {
          const made = new DOMParser().parseFromString(text, "text/html").body.firstElementChild;
          if (!made) return;
          const now = [...made.querySelectorAll("details")];
          if (now.length === folds.length) now.forEach((each, at) => (each.open = folds[at]));
          place.replaceWith(made);
        })
        .catch(() => again());
    };

    const again = () => {
      due = due || setTimeout(show, PAUSE);
    };

    events.addEventListener("progress", again);
    // What failed has its own list on the page.
    const finish = () =>
      fetch(location.pathname + location.search)
        .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
        .then((text) => {
          const page = new DOMParser().parseFromString(text, "text/html");
          for (const name of [`#job-${number}`, "section.failed"]) {
            const made = page.querySelector(name);
            const place = document.querySelector(name);
            if (made && place) place.replaceWith(made);
          }
        })
        .catch(() => {});

    events.addEventListener("end", () => {
      events.close();
      clearTimeout(due);
      finish();
    });
    // The browser connects again by itself; a job that is gone gives no stream any more.
    events.addEventListener("error", () => {
      if (events.readyState === EventSource.CLOSED) again();
    });
    window.addEventListener("pagehide", () => events.close());
  };

  for (const job of document.querySelectorAll('[data-state="queued"], [data-state="running"]'))
    follow(job);
  document.querySelector(".add-reload")?.setAttribute("hidden", "");
})();
