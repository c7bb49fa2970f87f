/**
 * The page `/invitation#SECRET`: make the first passkey.
 *
 * The secret stands in the fragment, which no browser sends. It is taken out of the address at once,
 * so that it stays neither in the address bar nor in the history, and goes into the request's body.
 */
import { canSignIn, enrol } from "./asking/ceremonies.js";
import { tell } from "./asking/dialogs.js";
import { Refused, send } from "./asking/sending.js";

const button = /** @type {HTMLButtonElement} */ (document.getElementById("make"));
const told = /** @type {HTMLElement} */ (document.getElementById("told"));
const invitation = location.hash.slice(1);
history.replaceState(null, "", location.pathname);

if (!invitation) {
  tell(told, new Refused(0, "This address is not whole", "Open the whole link you were given."));
  button.disabled = true;
}

button.addEventListener("click", async () => {
  told.hidden = true;
  if (!canSignIn()) {
    tell(told, new Refused(0, "This browser cannot use passkeys here", "Please update it."));
    return;
  }
  button.disabled = true;
  try {
    // The page may have stood open for long: its token is fetched anew.
    const { token } = await (await send("GET", "/sign-in/token")).json();
    await enrol("/invitation/begin", "/invitation/finish", { invitation }, token);
    location.assign("/account");
  } catch (fault) {
    tell(told, /** @type {Refused} */ (fault));
    button.disabled = false;
    button.focus();
  }
});
