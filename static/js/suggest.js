// Suggests roles and topics while somebody types into a search box: a combobox with a listbox, after the ARIA pattern. Enter
// on a suggestion goes to its page; without one the form is sent as ever.

const PAUSE = 120; // milliseconds without a key

function set(element, attributes) {
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

function option({ name, kind, detail, url }, id) {
  const made = set(document.createElement("li"), { id, role: "option", "data-url": url, dir: "auto" });
  const about = document.createElement("small");
  about.textContent = [kind, detail].filter(Boolean).join(" · ");
  made.append(name, " ", about);
  return made;
}

function combobox(form) {
  const input = form.querySelector("input[type=search]");
  const list = set(document.createElement("ul"), { id: `${input.id}-list`, role: "listbox", hidden: "" });
  const status = set(document.createElement("span"), { role: "status" });
  list.ariaLabel = form.dataset.suggestions;
  list.classList.add("suggestions");
  status.classList.add("unseen");
  form.append(list, status);
  set(input, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id });
  let chosen = -1;
  let waiting;
  let asked = new AbortController();

  function choose(place) {
    chosen = place;
    [...list.children].forEach((each, number) => set(each, { "aria-selected": String(number === place) }));
    list.children[place]?.scrollIntoView({ block: "nearest" });
    set(input, { "aria-activedescendant": list.children[place]?.id ?? "" });
  }
  function show(suggestions) {
    list.replaceChildren(...suggestions.map((suggestion, number) => option(suggestion, `${list.id}-${number}`)));
    choose(-1);
    list.hidden = !suggestions.length;
    input.ariaExpanded = String(!list.hidden);
    status.textContent = list.hidden ? "" : `${form.dataset.suggestions}: ${suggestions.length}`;
  }
  async function suggest() {
    asked.abort();
    asked = new AbortController();
    try {
      const address = `${form.dataset.suggest}?${new URLSearchParams({ q: input.value })}`;
      const answer = await fetch(address, { signal: asked.signal });
      show(answer.ok ? (await answer.json()).suggestions : []);
    } catch {
      // Overtaken by a newer question, or no network: the form still works.
    }
  }

  function close() {
    clearTimeout(waiting);
    asked.abort();
    show([]);
  }
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(suggest, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const { length } = list.children;
    const step = length && { ArrowDown: 1, ArrowUp: length }[event.key];
    if (step) choose(((chosen + 1 + step) % (length + 1)) - 1);
    else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.url);
    else if (event.key === "Escape" && length) close();
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus until the click
  list.addEventListener("click", (event) => location.assign(event.target.closest("[role=option]").dataset.url));
}

document.querySelectorAll("form[data-suggest]").forEach(combobox);
