/**
 * The page `/invitation#SECRET`: make the first passkey.
 *
 * The secret stands in the fragment, which no browser sends. It is taken out of the address at once,
 * so that it stays neither in the address bar nor in the history, and goes into the request's body.
 * Whether it still works is asked at once: nobody is to read how passkeys are made, and then that.
 */
import { begun, canSignIn, enrol } from "./asking/ceremonies.js";
import { tell } from "./asking/dialogs.js";
import { Refused, send } from "./asking/sending.js";

const button = /** @type {HTMLButtonElement} */ (document.getElementById("make"));
const told = /** @type {HTMLElement} */ (document.getElementById("told"));
const how = /** @type {HTMLElement} */ (document.getElementById("how"));
const heading = /** @type {HTMLElement} */ (document.querySelector("h1"));
const invitation = location.hash.slice(1);
history.replaceState(null, "", location.pathname);

/** Show nothing but why this link makes no passkey. @param {Refused} fault */
function turnAway(fault) {
  heading.textContent = "Invitation";
  how.hidden = true;
  tell(told, fault);
}

async function look() {
  if (!invitation) {
    throw new Refused(0, "This address is not whole", "Open the whole link you were given.");
  }
  await begun("/invitation/begin", { invitation }, await freshToken());
}

/** The page may have stood open for long: its token is fetched anew. */
const freshToken = async () => (await (await send("GET", "/sign-in/token")).json()).token;

const looked = look().catch((fault) => {
  // Without a network, or while the console is down, the button may still work later.
  if (!invitation || fault.status === 403) turnAway(fault);
});

button.addEventListener("click", async () => {
  told.hidden = true;
  if (!canSignIn()) {
    tell(told, new Refused(0, "This browser cannot use passkeys here", "Please update it."));
    return;
  }
  button.disabled = true;
  try {
    // A browser has one ceremony at a time: the later of two begins is the one that counts.
    await looked;
    await enrol("/invitation/begin", "/invitation/finish", { invitation }, await freshToken());
    location.assign("/account");
  } catch (fault) {
    tell(told, /** @type {Refused} */ (fault));
    button.disabled = false;
    button.focus();
  }
});
