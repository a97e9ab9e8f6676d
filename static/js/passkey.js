// Signs in with a passkey, or makes one. The page has a form for it; where the browser has no passkeys it stays hidden.

const form = document.querySelector("form[data-passkey]");

/** What to ask the device: it stands on the page, or the form's address tells. */
async function asked() {
  if (!("fetched" in form.dataset)) return JSON.parse(document.getElementById("passkey-options").textContent).publicKey;
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${form.action} answered ${answer.status}`);
  return (await answer.json()).request_options.publicKey;
}

async function fromDevice() {
  const options = await asked();
  if (form.dataset.passkey === "get") {
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  }
  // One that signs in by itself, wherever the device can keep it.
  options.authenticatorSelection = { ...options.authenticatorSelection, residentKey: "preferred", requireResidentKey: false };
  return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
}

async function send(event) {
  event.preventDefault();
  const failed = form.querySelector("[data-passkey-failed]");
  const button = form.querySelector("button");
  failed.hidden = true;
  button.disabled = true;
  try {
    form.elements.credential.value = JSON.stringify(await fromDevice());
    form.submit();
  } catch (error) {
    console.error(error);
    failed.hidden = false;
    button.disabled = false;
    button.focus();
  }
}

if (form && window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  form.hidden = false;
  document.querySelector("[data-no-passkeys]")?.remove();
  form.addEventListener("submit", send);
}
