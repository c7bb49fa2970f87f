/** The page `/account`: add a passkey. The rest of it is plain forms (forms.js). */
import { get, Refused } from "./asking.js";
import { enrol } from "./asking/ceremonies.js";
import { confirmFresh, tell } from "./asking/dialogs.js";

const button = /** @type {HTMLButtonElement} */ (document.getElementById("add-passkey"));
const told = /** @type {HTMLElement} */ (document.getElementById("told"));

button.addEventListener("click", async () => {
  told.hidden = true;
  button.disabled = true;
  try {
    if (!(await get("/step-up")).fresh) await confirmFresh();
    const { to } = await enrol("/account/passkeys/begin", "/account/passkeys/finish");
    location.assign(to);
  } catch (fault) {
    tell(told, /** @type {Refused} */ (fault));
    button.disabled = false;
    button.focus();
  }
});
