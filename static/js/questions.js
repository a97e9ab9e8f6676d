// Open all, or close all.

const button = document.querySelector("[data-expand]");
const questions = [...document.querySelectorAll("details.question")];
const open = button?.textContent;

function allOpen() {
  return questions.every((question) => question.open);
}

if (button && questions.length > 1) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const opening = !allOpen();
    for (const question of questions) {
      question.open = opening;
    }
  });
  // Toggling does not bubble.
  document.addEventListener(
    "toggle",
    () => {
      button.textContent = allOpen() ? button.dataset.expand : open;
    },
    true,
  );
}

// "Link to this question" copies the address; without leave to it stays a link.

const said = document.querySelector("[data-copied]");
let clearing;

function say(text) {
  clearTimeout(clearing);
  said.textContent = text;
  clearing = setTimeout(() => (said.textContent = ""), 4000);
}

async function copy(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }
  event.preventDefault();
  const { href } = event.currentTarget;
  try {
    await navigator.clipboard.writeText(href);
    say(said.dataset.copied);
  } catch {
    location.assign(href);
  }
}

// None without https.
if (said && navigator.clipboard) {
  for (const link of document.querySelectorAll("a[data-copy]")) {
    link.textContent = said.dataset.label;
    link.addEventListener("click", copy);
  }
}
