// What a list of questions that open in place gains from scripts; one file, as every file costs a phone a request.

// Open all at once, or close them. It remembers nothing.

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
  // Toggling does not bubble. The label follows what readers open and close by hand, too.
  document.addEventListener(
    "toggle",
    () => {
      button.textContent = allOpen() ? button.dataset.expand : open;
    },
    true,
  );
}

// "Link to this question" copies the address and says so. Where copying is not allowed it stays a link, and so it does
// with a key that opens links in a tab or window of their own.

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

// Browsers have no clipboard on addresses without https.
if (said && navigator.clipboard) {
  for (const link of document.querySelectorAll("a[data-copy]")) {
    link.textContent = said.dataset.label;
    link.addEventListener("click", copy);
  }
}
