/**
 * Unlocking one's keys on a page that opens reports: from the page before, by passphrase, by passkey.
 * Import what is needed: `unlocked` asks nobody, `unlockCard` is the card to ask with.
 */
import { get } from "../asking.js";
import { fromBase64Url } from "../base/bytes.js";
import { element } from "../report/draw.js";
import { field, put } from "../report/forms.js";
import { isKept, keep, restore } from "./keyring.js";
import { askPasskey } from "./passkey.js";

/** @typedef {import("../worker/client.js").Client} Client */

/**
 * Take over the keys that the page before left; a new session in place keeps them again.
 * @param {Client} client
 * @returns {Promise<Record<string, string> | null>} purpose -> public key; null: nothing is open
 */
export async function unlocked(client) {
  document.addEventListener("candour:signed-in", () => keep(client).catch(() => {}));
  if (!isKept()) return null;
  try {
    return await restore(client);
  } catch {
    return null;
  }
}

/**
 * @param {Client} client
 * @param {(keys: Record<string, string>) => unknown} done
 * @returns {Promise<HTMLElement>}
 */
export async function unlockCard(client, done) {
  const { identities, passkeys } = await get("/account/identities");
  const card = element("section", { class: "card", "aria-labelledby": "unlock-title" });
  put(card, "h2", { id: "unlock-title" }, "Your key is locked");
  if (!identities.length) {
    put(card, "p", {}, "You have no key yet. Make one first; then your operator adds it to the team file.");
    put(card, "a", { class: "button", href: "/account/keys" }, "Make my key");
    return card;
  }
  put(card, "p", { class: "soft" }, "Reports are opened in this browser, with a key that the console cannot use.");
  const told = element("div", { role: "alert" });
  const under = identities.filter((/** @type {any} */ one) => one.by_passkey);
  if (under.length) card.append(passkeyButton(client, under, passkeys, told, done));
  card.append(passphraseForm(client, identities, told, done), told);
  return card;
}

/** @type {(client: Client, identities: any[], told: HTMLElement, done: Function) => HTMLElement} */
function passphraseForm(client, identities, told, done) {
  const form = element("form");
  const given = /** @type {HTMLInputElement} */ (
    element("input", { type: "password", autocomplete: "current-password", required: "" })
  );
  form.append(field("Passphrase of your key", given));
  put(put(form, "div", { class: "actions" }), "button", { type: "submit", class: "primary" }, "Unlock");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const passphrase = given.value;
    const open = (/** @type {any} */ one) => client.unlock(one.purpose, one.by_passphrase, passphrase);
    unlocking(client, identities, open, form, told, done);
  });
  return form;
}

/** @type {(client: Client, identities: any[], passkeys: string[], told: HTMLElement, done: Function) => HTMLElement} */
function passkeyButton(client, identities, passkeys, told, done) {
  const actions = element("div", { class: "actions" });
  const button = put(actions, "button", { type: "button", class: "primary" }, "Unlock with my passkey");
  button.addEventListener("click", async () => {
    /** @type {Uint8Array | null} */
    let secret = null;
    const open = async (/** @type {any} */ one) => {
      secret ??= await askPasskey(passkeys.map(fromBase64Url));
      return client.unlockWithPasskey(one.purpose, one.by_passkey, secret);
    };
    await unlocking(client, identities, open, actions, told, done);
  });
  return actions;
}

/** Try each key in turn: one that opens is enough, the first fault is told if none does. */
async function unlocking(client, identities, open, place, told, done) {
  if (place.getAttribute("aria-busy") === "true") return;
  place.setAttribute("aria-busy", "true");
  told.replaceChildren(element("p", { class: "soft" }, "Unlocking. This takes a second or two."));
  const faults = [];
  for (const one of identities) await open(one).catch((/** @type {Error} */ fault) => faults.push(fault));
  place.removeAttribute("aria-busy");
  const keys = await client.publicKeys();
  if (!Object.keys(keys).length) {
    told.replaceChildren(element("p", { class: "warning" }, faults[0]?.message ?? ""));
    return;
  }
  await keep(client).catch(() => {});
  done(keys);
}
