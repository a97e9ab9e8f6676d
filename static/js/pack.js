// The tools of the offline pack: show only the questions with some words, open or close all, print.

const tools = document.querySelector(".tools");
const questions = [...document.querySelectorAll("details.question")].map((details) => ({
  details,
  text: plain(details.textContent),
}));

function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function show(words) {
  let shown = 0;
  for (const { details, text } of questions) {
    details.hidden = !words.every((word) => text.includes(word));
    shown += details.hidden ? 0 : 1;
  }
  for (const topic of document.querySelectorAll(".topic")) {
    topic.hidden = !topic.querySelector("details:not([hidden])");
  }
  tools.querySelector("[data-shown]").textContent = shown;
}

function openAll(open) {
  for (const { details } of questions) {
    details.open = open && !details.hidden;
  }
}

if (tools) {
  tools.hidden = false;
  tools.querySelector("input").addEventListener("input", (event) => {
    show(plain(event.target.value).split(/\s+/).filter(Boolean));
  });
  tools.querySelector("[data-open]").addEventListener("click", () => openAll(true));
  tools.querySelector("[data-close]").addEventListener("click", () => openAll(false));
  tools.querySelector("[data-print]").addEventListener("click", () => window.print());
}
