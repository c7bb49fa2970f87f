/**
 * The unlocked keys between two pages: sealed under the session's half, which the server forgets
 * when the session ends. Why so: docs/decisions/0019-unlocked-keys.md.
 */
import { fromBase64Url, fromUtf8, toBase64Url, toUtf8 } from "../base/bytes.js";
import { Fault } from "../base/fault.js";

const BOUND = toUtf8("candour.keyring v1");
const IV_BYTES = 12;
const HALF_BYTES = 32;

/**
 * @param {Record<string, string>} identities purpose -> private key
 * @param {string} half base64url of 32 bytes
 * @returns {Promise<string>} base64url: IV, then AES-256-GCM
 */
export async function sealRemnant(identities, half) {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await keyOf(half);
  const plain = toUtf8(JSON.stringify(identities));
  const sealed = await crypto.subtle.encrypt(how(iv), key, plain);
  const whole = new Uint8Array(IV_BYTES + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), IV_BYTES);
  return toBase64Url(whole);
}

/**
 * @param {string} remnant
 * @param {string} half
 * @returns {Promise<Record<string, string>>} throws `locked`: of another session, or changed
 */
export async function openRemnant(remnant, half) {
  const key = await keyOf(half);
  try {
    const whole = fromBase64Url(remnant);
    const iv = whole.subarray(0, IV_BYTES);
    const plain = await crypto.subtle.decrypt(how(iv), key, whole.subarray(IV_BYTES));
    return JSON.parse(fromUtf8(new Uint8Array(plain)));
  } catch {
    throw new Fault("locked");
  }
}

function how(iv) {
  return { name: "AES-GCM", iv, additionalData: BOUND };
}

async function keyOf(half) {
  const raw = fromBase64Url(half);
  if (raw.length !== HALF_BYTES) throw new Fault("locked");
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}
