// Keys for what editors do all day: each presses a button or follows a link that is on the page anyway.
const keys = {
  s: () => document.querySelector("input[name=_continue]") ?? document.querySelector("input[name=_save]"),
  p: () => document.querySelector("button[name=_save][value=publish]") ?? document.querySelector("button[data-accept]"),
  r: () => document.querySelector("button[name=_save][value=send_to_review]"),
  n: () => document.querySelector("a[rel=next]"),
};

document.addEventListener("keydown", (event) => {
  // Alt and Shift with a letter; what the letter makes with them differs by keyboard, so its place on the keyboard counts.
  if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.repeat) return;
  const target = keys[event.code.replace("Key", "").toLowerCase()]?.();
  if (!target) return;
  event.preventDefault();
  target.click();
});
