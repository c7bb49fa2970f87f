/** The sandbox's page `/demonstration`: sign in as an invented person, and unlock her known key. */
import { post } from "./asking.js";
import { tell } from "./asking/dialogs.js";
import { send } from "./asking/sending.js";
import { keep } from "./keys/keyring.js";
import { Client } from "./worker/client.js";

const list = /** @type {HTMLElement} */ (document.querySelector(".people"));
const told = /** @type {HTMLElement} */ (document.getElementById("told"));
const doing = /** @type {HTMLElement} */ (document.getElementById("doing"));

/** @type {(who: string, hasKeys: boolean) => Promise<void>} */
async function become(who, hasKeys) {
  doing.textContent = "Signing in ...";
  await post("/demonstration", { who });
  // Asking for keys without the right to any would stand on the audit chain.
  const answer = hasKeys ? await send("GET", "/account/identities") : null;
  const { identities } = answer?.ok ? await answer.json() : { identities: [] };
  if (identities.length) {
    doing.textContent = "Opening the invented key. It takes some seconds on purpose: so long does each guess of a thief ...";
    const client = new Client();
    for (const { purpose, by_passphrase: file } of identities) {
      await client.unlock(purpose, file, list.dataset.passphrase ?? "");
    }
    await keep(client);
    client.close();
  }
  location.assign("/");
}

list.addEventListener("click", async ({ target }) => {
  const button = /** @type {HTMLElement} */ (target).closest("button");
  if (!button?.dataset.who) return;
  told.hidden = true;
  for (const one of list.querySelectorAll("button")) one.disabled = true;
  try {
    await become(button.dataset.who, button.dataset.keys !== undefined);
  } catch (fault) {
    doing.textContent = "";
    tell(told, /** @type {any} */ (fault));
    for (const one of list.querySelectorAll("button")) one.disabled = false;
  }
});
