/**
 * Unlocked keys from page to page. Two halves: a sealed remnant in this browser, and what opens it,
 * in the server's session. A page takes both to work; the end of the session makes the remnant
 * useless. Why so: docs/decisions/0019-unlocked-keys.md.
 *
 * @typedef {import("../worker/client.js").Client} Client
 */
import { Fault } from "../base/fault.js";

const PLACE = "candour.keyring";
const HALF = "/account/half";

/** @returns {boolean} whether this browser keeps a remnant; it may be of a session that ended */
export const isKept = () => localStorage.getItem(PLACE) !== null;

/**
 * Keep what the worker holds until the session ends; call it after unlocking.
 * @param {Client} client
 * @returns {Promise<void>} throws `no_session`, `locked`
 */
export async function keep(client) {
  localStorage.setItem(PLACE, await client.sealKeyring(await sessionHalf()));
}

/**
 * Give the worker the keys that were kept.
 * @param {Client} client
 * @returns {Promise<Record<string, string>>} purpose -> public key; throws `locked`, `no_session`
 */
export async function restore(client) {
  const remnant = localStorage.getItem(PLACE);
  if (remnant === null) throw new Fault("locked");
  try {
    return await client.openKeyring(remnant, await sessionHalf());
  } catch (fault) {
    // Of a session that is over: it can never be opened again.
    if (fault.name === "locked" || fault.name === "no_session") forget();
    throw fault;
  }
}

/** Keep nothing any more, in any tab; call it when signing out. */
export function forget() {
  localStorage.removeItem(PLACE);
}

/** @param {() => void} act called when another tab forgets: leave the words shown here */
export function whenForgotten(act) {
  // Whoever signs out on this page is on the way to another: the browser clears its storage while
  // it goes, and reloading now would break off the going.
  let leaving = false;
  addEventListener("submit", ({ target }) => {
    leaving ||= target instanceof HTMLFormElement && target.getAttribute("action") === "/sign-out";
  });
  addEventListener("storage", ({ key, newValue }) => {
    if (!leaving && (key === null || (key === PLACE && newValue === null))) act();
  });
}

/** @returns {Promise<string>} base64url of 32 bytes */
async function sessionHalf() {
  const answer = await fetch(HALF, {
    cache: "no-store",
    headers: { Accept: "application/json" },
    redirect: "manual",
  });
  if (!answer.ok) throw new Fault(answer.status >= 500 ? "mistake" : "no_session");
  return (await answer.json()).half;
}
