// Suggests roles and topics: the combobox of the ARIA Authoring Practices. Suggestions are links.

const PAUSE = 120; // milliseconds without a key
const FEWEST = 2; // letters
const KEPT = 50; // answers, by address
const answers = new Map();

function set(element, attributes, ...content) {
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  element.append(...content);
  return element;
}
const make = (name, ...rest) => set(document.createElement(name), ...rest);

async function suggestionsAt(address, signal) {
  if (answers.has(address)) return answers.get(address);
  const { suggestions } = await (await fetch(address, { signal })).json();
  if (answers.size >= KEPT) answers.clear();
  answers.set(address, suggestions);
  return suggestions;
}

function combobox(form) {
  const { suggest, suggestions: label, lang } = form.dataset;
  const input = form.querySelector("input[type=search]");
  const list = make("div", { id: `${input.id}-list`, role: "listbox", "aria-label": label, hidden: "" });
  const status = make("span", { "aria-live": "polite", class: "unseen" });
  const named = (name) => make("bdi", lang ? { lang } : {}, name);
  let [chosen, waiting, asked] = [-1, 0, new AbortController()];

  function option({ name, kind, detail, url }, number) {
    const about = make("small", {}, kind, ...(detail ? [" · ", named(detail)] : []));
    return make("a", { id: `${list.id}-${number}`, role: "option", href: url, tabindex: -1 }, named(name), " ", about);
  }
  function choose(place) {
    chosen = place;
    [...list.children].forEach((each, number) => set(each, { "aria-selected": number === place }));
    list.children[place]?.scrollIntoView({ block: "nearest" });
    set(input, { "aria-activedescendant": list.children[place]?.id ?? "" });
  }
  function show(found, announced = "") {
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    status.textContent = announced;
    set(input, { "aria-expanded": !list.hidden });
    choose(-1);
  }
  function wait(pause, typed = input.value.trim()) {
    clearTimeout(waiting);
    asked.abort();
    const { signal } = (asked = new AbortController());
    if (typed.length < FEWEST || pause === undefined) return show([]);
    choose(-1); // Enter means what is written now.
    waiting = setTimeout(async () => {
      const found = await suggestionsAt(`${suggest}?${new URLSearchParams({ q: typed })}`, signal).catch(() => null);
      if (!signal.aborted) show(found ?? [], found && `${label}: ${found.length}`);
    }, pause);
  }
  const close = () => wait();
  input.addEventListener("keydown", (event) => {
    const { length } = list.children;
    const step = { ArrowDown: 1, ArrowUp: length }[event.key];
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (step && length) choose(((chosen + 1 + step) % (length + 1)) - 1);
    else if (event.key === "ArrowDown") wait(0);
    else if (event.key === "Enter" && chosen >= 0) list.children[chosen].click();
    else if (event.key === "Escape" && length) close();
    else return event.key === "Tab" ? close() : /^(Arrow|Home|End)/.test(event.key) && choose(-1);
    event.preventDefault();
  });
  list.classList.add("suggestions");
  set(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": false });
  form.append(list, status);
  input.addEventListener("input", () => wait(PAUSE));
  input.addEventListener("blur", close);
  addEventListener("pagehide", close); // Who comes back finds the page at rest.
  list.addEventListener("mousedown", (event) => event.preventDefault()); // The field keeps the focus until the click.
}
document.querySelectorAll("form[data-suggest]").forEach(combobox);
