// While a question is typed: those the bank has that read much like it, under the field. Saving says so as well.
const PAUSE = 400; // milliseconds without a key
const SHORTEST = 8; // characters that can say anything

const field = document.querySelector("textarea[data-similar], input[data-similar]");
if (field) {
  watch(field);
}

function watch(field) {
  const said = document.createElement("div");
  said.className = "similar-questions";
  said.setAttribute("aria-live", "polite");
  field.after(said);
  let timer = 0;
  let asked = "";
  let request = new AbortController();

  async function look() {
    const text = field.value.trim();
    if (text === asked) {
      return;
    }
    asked = text;
    request.abort();
    request = new AbortController();
    if (text.length < SHORTEST) {
      said.replaceChildren();
      return;
    }
    const address = new URL(field.dataset.similar, location.href);
    address.searchParams.set("text", text);
    try {
      const answer = await fetch(address, { signal: request.signal });
      said.replaceChildren(...(answer.ok ? listOf((await answer.json()).similar) : []));
    } catch (error) {
      if (error.name !== "AbortError") {
        said.replaceChildren();
      }
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
}

function listOf(similar) {
  if (!similar.length) {
    return [];
  }
  const head = document.createElement("p");
  head.textContent = "The bank has much the same already. Add the role to that one instead, or say here what is different.";
  const list = document.createElement("ul");
  list.append(...similar.map(itemOf));
  return [head, list];
}

function itemOf({ text, address, status, similarity }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = address;
  link.target = "_blank";
  link.textContent = text;
  item.append(link, ` ${status}, ${Math.round(similarity * 100)}% alike`);
  return item;
}
