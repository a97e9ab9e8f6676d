// Print buttons. Without scripts the browser's own menu prints the page just as well.

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
