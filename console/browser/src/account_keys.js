/**
 * The page `/account/keys`: make a key in the worker or bring one from a file, keep it locked in the
 * console, change its passphrase, let a passkey unlock it, download a recovery copy. No key leaves
 * the worker unlocked.
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

const MADE = "candour.made";
const LARGEST = 64 * 1024;

const client = new Client();
const told = /** @type {HTMLElement} */ (document.getElementById("told"));
const done = /** @type {HTMLElement} */ (document.getElementById("done"));

/** What each form does when it is sent. @type {Record<string, (p: Purpose, f: HTMLFormElement) => any>} */
const ACTS = { make, change, passkey, bring };

for (const form of document.querySelectorAll("form[data-act]")) prepare(/** @type {any} */ (form));
for (const button of document.querySelectorAll('button[data-act="copy"]')) {
  const card = /** @type {HTMLElement} */ (button.closest("section"));
  button.addEventListener("click", () => doing(card, () => copy(purposeOf(card))));
}
sayWhatWasMade();

/** @param {HTMLFormElement} form */
function prepare(form) {
  const act = ACTS[form.dataset.act ?? ""];
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    doing(form, () => act(purposeOf(form), form));
  });
  form.elements.namedItem("show")?.addEventListener("change", () => show(form));
  form.querySelector('[data-act="suggest"]')?.addEventListener("click", () => suggest(form));
}

/** @param {Element} place @returns {Purpose} */
const purposeOf = (place) =>
  /** @type {any} */ (place.closest("section[data-purpose]")).dataset.purpose;

/** Do one thing at a time, and say what went wrong. @param {Element} place @param {() => any} what */
async function doing(place, what) {
  told.hidden = done.hidden = true;
  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (place.querySelectorAll("button"));
  for (const one of buttons) one.disabled = true;
  say("One moment: locking and unlocking take a second or two.");
  try {
    await what();
  } catch (fault) {
    done.hidden = true;
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
  const passphrase = chosen(form);
  await holdTheOther();
  const { publicKey, file } = await client.makeIdentity(purpose, passphrase);
  await post("/account/identity", { purpose, public_key: publicKey, by_passphrase: file });
  await keep(client);
  downloadCopy(file, purpose);
  again(form, "Your key is made, and its recovery copy is among your downloads. Keep it offline.");
}

/** @param {Purpose} purpose @param {HTMLFormElement} form */
async function change(purpose, form) {
  const passphrase = chosen(form);
  const { mine } = await unlocked(purpose, form);
  mine.by_passphrase = await client.lockAgain(purpose, passphrase);
  await post("/account/identity", mine);
  downloadCopy(mine.by_passphrase, purpose);
  again(form, "The passphrase is changed. A recovery copy under the new one is among your downloads.");
}

/** @param {Purpose} purpose @param {HTMLFormElement} form */
async function passkey(purpose, form) {
  const { mine, passkeys } = await unlocked(purpose, form);
  const secret = await askPasskey(passkeys.map(fromBase64Url));
  mine.by_passkey = await client.lockForPasskey(purpose, secret);
  await post("/account/identity", mine);
  await keep(client);
  again(form, "From now on that passkey unlocks this key. The passphrase still does too.");
}

/** @param {Purpose} purpose @param {HTMLFormElement} form */
async function bring(purpose, form) {
  const [file] = /** @type {FileList} */ (field(form, "file").files);
  if (file.size > LARGEST) throw new Refused(0, "This file holds no key", "It is far too large.");
  const text = await file.text();
  const passphrase = field(form, "now").value;
  const isLocked = text.startsWith("-----BEGIN AGE ENCRYPTED FILE-----");
  // A plain copy is locked with what stands here: then it has to be a good passphrase.
  const faults = isLocked ? [] : passphraseFaults(passphrase);
  if (faults.length) throw new Error(faults.join(" "));
  await holdTheOther();
  const { publicKey } = await client.unlock(purpose, text, passphrase);
  const by_passphrase = await client.lockAgain(purpose, passphrase);
  await post("/account/identity", { purpose, public_key: publicKey, by_passphrase });
  await keep(client);
  again(form, "This key is yours here now.");
}

/** @param {Purpose} purpose */
async function copy(purpose) {
  downloadCopy((await kept(purpose)).mine.by_passphrase, purpose);
  say("The copy is as well locked as the key here: it opens with the same passphrase.");
}

/** @param {Purpose} purpose @param {HTMLFormElement} form */
async function unlocked(purpose, form) {
  const found = await kept(purpose);
  await holdTheOther();
  await client.unlock(purpose, found.mine.by_passphrase, field(form, "now").value);
  return found;
}

/** @param {Purpose} purpose @returns {Promise<{mine: any, passkeys: string[]}>} */
async function kept(purpose) {
  const { identities, passkeys } = await get("/account/identities");
  return { mine: identities.find((/** @type {any} */ one) => one.purpose === purpose), passkeys };
}

/** Whatever was unlocked on the page before stays so, beside the key at hand. */
async function holdTheOther() {
  if (isKept()) await restore(client).catch(() => {});
}

/** @param {HTMLFormElement} form @returns {string} the new passphrase; throws what is wrong with it */
function chosen(form) {
  const passphrase = field(form, "passphrase").value;
  const faults = passphraseFaults(passphrase, field(form, "again").value);
  if (faults.length) throw new Error(faults.join(" "));
  return passphrase;
}

/** @param {HTMLFormElement} form */
function suggest(form) {
  field(form, "passphrase").value = suggestPassphrase();
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

/** Load the page anew, and say then what was done. @param {HTMLFormElement} form @param {string} words */
function again(form, words) {
  form.reset();
  sessionStorage.setItem(MADE, words);
  location.reload();
}

function sayWhatWasMade() {
  const words = sessionStorage.getItem(MADE);
  sessionStorage.removeItem(MADE);
  if (words) say(words);
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
