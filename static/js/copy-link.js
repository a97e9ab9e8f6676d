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
