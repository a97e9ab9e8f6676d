// Shows what a form of filters finds while it is being filled in. The server is asked as the form's own button asks it, so
// this works for any number of rows: the part of the page that data-filters names becomes that of the answer.

const form = document.querySelector("form[data-filters]");
let waiting;
let asked = new AbortController();

function address() {
  const words = [...new FormData(form)].filter(([, word]) => word.trim());
  return words.length ? `${location.pathname}?${new URLSearchParams(words)}` : location.pathname;
}

async function pageAt(url) {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  try {
    const answer = await fetch(url, { signal });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch (error) {
    if (signal.aborted) {
      return null; // overtaken by a newer question
    }
    throw error;
  }
}

async function refresh() {
  const url = address();
  const id = form.dataset.filters;
  const page = await pageAt(url);
  if (!page?.getElementById(id)) {
    return; // The form still has its button.
  }
  document.getElementById(id).replaceWith(page.getElementById(id));
  // A screen reader says what changes inside an element with the role of a status, if the element itself stays.
  document.querySelector("[role=status]").replaceChildren(...page.querySelector("[role=status]").childNodes);
  document.title = page.title;
  history.replaceState(null, "", url);
}

if (form) {
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 200);
  });
  form.addEventListener("submit", () => clearTimeout(waiting));
}
