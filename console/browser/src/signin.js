/** The page `/sign-in`: one button. */
import { canSignIn, signIn } from "./asking/ceremonies.js";
import { tell } from "./asking/dialogs.js";
import { Refused } from "./asking/sending.js";

const button = /** @type {HTMLButtonElement} */ (document.getElementById("sign-in"));
const told = /** @type {HTMLElement} */ (document.getElementById("told"));

button.addEventListener("click", async () => {
  told.hidden = true;
  if (!canSignIn()) {
    tell(told, new Refused(0, "This browser cannot use passkeys here", "Please update it."));
    return;
  }
  button.disabled = true;
  try {
    location.assign((await signIn()).to);
  } catch (fault) {
    tell(told, /** @type {Refused} */ (fault));
    button.disabled = false;
    button.focus();
  }
});
