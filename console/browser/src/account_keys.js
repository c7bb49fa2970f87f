/**
 * The page `/account/keys`: make a key in the worker, keep it locked in the console, download a
 * recovery copy, and let the passkey unlock it. Nothing unlocked leaves the worker.
 */
import "./copying.js";
import { get, post, Refused } from "./asking.js";
import { Client } from "./worker/client.js";
import { downloadCopy } from "./keys/copy.js";
import { askPasskey } from "./keys/passkey.js";
import { passphraseFaults } from "./keys/passphrase.js";
import { suggestPassphrase } from "./keys/suggestion.js";
import { isKept, keep, restore } from "./keys/keyring.js";
import { fromBase64Url } from "./base/bytes.js";

/** @typedef {"reader" | "conflict"} Purpose */

const client = new Client();
const told = /** @type {HTMLElement} */ (document.getElementById("told"));
const done = /** @type {HTMLElement} */ (document.getElementById("done"));

for (const card of document.querySelectorAll("section[data-purpose]")) {
  const place = /** @type {HTMLElement} */ (card);
  const purpose = /** @type {Purpose} */ (place.dataset.purpose);
  const form = /** @type {HTMLFormElement} */ (place.querySelector('form[data-act="make"]'));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    doing(form, () => make(purpose, form));
  });
  form.elements.namedItem("show")?.addEventListener("change", () => show(form));
  on(place, "suggest", () => suggest(form));
  on(place, "copy", () => copy(purpose));
  on(place, "passkey", () => byPasskey(purpose));
}

/** @param {HTMLElement} place @param {string} act @param {() => unknown} what */
function on(place, act, what) {
  const button = place.querySelector(`button[data-act="${act}"]`);
  button?.addEventListener("click", () => doing(place, what));
}

/** @param {HTMLElement} place @param {() => unknown} what Say what went wrong; no button twice. */
async function doing(place, what) {
  told.hidden = done.hidden = true;
  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (place.querySelectorAll("button"));
  for (const one of buttons) one.disabled = true;
  try {
    await what();
  } catch (fault) {
    const { message, remedy } = /** @type {Refused} */ (fault);
    told.textContent = remedy ? `${message}. ${remedy}` : message;
    told.hidden = false;
    told.scrollIntoView({ block: "nearest" });
  } finally {
    for (const one of buttons) one.disabled = false;
  }
}

/** @param {Purpose} purpose @param {HTMLFormElement} form */
async function make(purpose, form) {
  const passphrase = field(form, "passphrase").value;
  const faults = passphraseFaults(passphrase, field(form, "again").value);
  if (faults.length) throw new Error(faults.join(" "));
  // The other key stays unlocked beside the new one.
  if (isKept()) await restore(client).catch(() => {});
  const { publicKey, file } = await client.makeIdentity(purpose, passphrase);
  await post("/account/identity", { purpose, public_key: publicKey, by_passphrase: file });
  await keep(client);
  form.reset();
  downloadCopy(file, purpose);
  sessionStorage.setItem("candour.made", purpose);
  location.reload();
}

/** @param {Purpose} purpose */
async function copy(purpose) {
  downloadCopy((await kept(purpose)).by_passphrase, purpose);
  say("The copy is as well locked as the key here: it opens with the same passphrase.");
}

/** @param {Purpose} purpose */
async function byPasskey(purpose) {
  const { mine, passkeys } = await kept(purpose, true);
  await restore(client);
  const secret = await askPasskey(passkeys.map(fromBase64Url));
  const by_passkey = await client.lockForPasskey(purpose, secret);
  const { public_key, by_passphrase } = mine;
  await post("/account/identity", { purpose, public_key, by_passphrase, by_passkey });
  say("From now on that passkey unlocks this key. The passphrase still does too.");
}

/** @param {Purpose} purpose @param {boolean} [whole] @returns {Promise<any>} */
async function kept(purpose, whole = false) {
  const { identities, passkeys } = await get("/account/identities");
  const mine = identities.find((/** @type {any} */ one) => one.purpose === purpose);
  return whole ? { mine, passkeys } : mine;
}

/** @param {HTMLFormElement} form */
function suggest(form) {
  const words = suggestPassphrase();
  field(form, "passphrase").value = words;
  field(form, "show").checked = true;
  show(form);
  field(form, "again").focus();
  say("Write the six words down, then type them once more.");
}

/** @param {HTMLFormElement} form */
function show(form) {
  const type = field(form, "show").checked ? "text" : "password";
  field(form, "passphrase").type = field(form, "again").type = type;
}

/** @param {string} words */
function say(words) {
  done.textContent = words;
  done.hidden = false;
}

/** @param {HTMLFormElement} form @param {string} name @returns {HTMLInputElement} */
function field(form, name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

const made = sessionStorage.getItem("candour.made");
if (made) {
  sessionStorage.removeItem("candour.made");
  say("Your key is made, and its recovery copy is among your downloads. Keep that copy offline.");
}
