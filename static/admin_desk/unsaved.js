// Asks before a form is left with something typed into it: a click beside it, the back button or a key for the next one.
const form = document.querySelector("#content-main > form[id$=_form]");
if (form) {
  watch(form);
}

function watch(form) {
  let opened;
  let saving = false;

  // Choosing an action is not writing.
  const said = () => {
    const data = new FormData(form);
    for (const field of form.querySelectorAll(".actions [name]")) {
      data.delete(field.name);
    }
    return new URLSearchParams([...data].map(([name, value]) => [name, value.name ?? value])).toString();
  };

  // Once the scripts of the form have made its fields what they are. What came back with an error is not saved either.
  addEventListener("load", () => {
    opened = form.querySelector(".errornote") ? null : said();
  });
  form.addEventListener("submit", (event) => {
    saving = event.submitter?.name?.startsWith("_") ?? true;
  });
  addEventListener("beforeunload", (event) => {
    if (!saving && opened !== undefined && said() !== opened) {
      event.preventDefault();
    }
  });
}
