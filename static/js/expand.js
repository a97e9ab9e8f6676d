// Opens all questions of the page at once, or closes them. It remembers nothing.

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
