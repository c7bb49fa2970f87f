/**
 * The browser's one door to age (age-encryption.org), as intake/age.py is Python's: X25519 keys and
 * passphrases alone. Its library has one error for every fault; here each gets its name.
 */
import {
  Decrypter, Encrypter, armor, generateX25519Identity, identityToRecipient,
} from "age-encryption";
import { fromUtf8, toUtf8 } from "../base/bytes.js";
import { Fault } from "../base/fault.js";

const HEADER_V1 = "age-encryption.org/v1\n";
const HEADER_ANY = "age-encryption.org/";
const ARMOUR = "-----BEGIN AGE ENCRYPTED FILE-----";
const NOT_OURS = "no identity matched any of the file's recipients";
const WORK_TOO_HIGH = "scrypt work factor is too high";
const PUBLIC_KEY = /^age1[02-9ac-hj-np-z]{58}$/;

/** @returns {Promise<string>} a new private key, `AGE-SECRET-KEY-1...`: never a post-quantum one */
export const newIdentity = () => generateX25519Identity();

/** @param {string} identity @returns {Promise<string>} its public key, `age1...` */
export const publicKeyOf = (identity) => identityToRecipient(identity);

/**
 * Seal to every public key; throws `bad_key` with the reason.
 * @param {readonly string[]} keys
 * @param {Uint8Array} plain
 * @returns {Promise<Uint8Array>}
 */
export async function sealTo(keys, plain) {
  const encrypter = new Encrypter();
  if (keys.length === 0) throw new Fault("bad_key", "There is no key to seal this to.");
  for (const key of keys) encrypter.addRecipient(checkedKey(key));
  return encrypter.encrypt(plain);
}

/**
 * @param {readonly string[]} identities
 * @returns {Decrypter} for `openWith`; made once, used for many files
 */
export function opener(identities) {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypter;
}

/**
 * Open a file; throws `wrong_identity`, `damaged` or `newer_version`.
 * @param {Decrypter} decrypter from `opener`
 * @param {Uint8Array} sealed
 * @returns {Promise<Uint8Array>}
 */
export async function openWith(decrypter, sealed) {
  if (!starts(sealed, HEADER_V1)) {
    throw new Fault(starts(sealed, HEADER_ANY) ? "newer_version" : "damaged");
  }
  try {
    return await decrypter.decrypt(sealed);
  } catch (error) {
    // The library's own words are the only thing that tells these two apart.
    throw new Fault(said(error) === NOT_OURS ? "wrong_identity" : "damaged");
  }
}

/**
 * Lock under a passphrase: scrypt with 2^18 rounds, about a second, in this thread.
 * @param {string} plain
 * @param {string} passphrase
 * @returns {Promise<string>} an armoured age file
 */
export async function lockWithPassphrase(plain, passphrase) {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase.normalize("NFC"));
  return armor.encode(await encrypter.encrypt(toUtf8(plain)));
}

/**
 * Unlock what a passphrase protects; throws `wrong_passphrase`, `damaged` or `too_costly`.
 * @param {string} text an armoured age file
 * @param {string} passphrase
 * @returns {Promise<string>}
 */
export async function unlockWithPassphrase(text, passphrase) {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase.normalize("NFC"));
  try {
    return fromUtf8(await decrypter.decrypt(armor.decode(text)));
  } catch (error) {
    if (said(error) === WORK_TOO_HIGH) throw new Fault("too_costly");
    throw new Fault(said(error) === NOT_OURS ? "wrong_passphrase" : "damaged");
  }
}

/** @param {string} text @returns {boolean} whether it is an armoured age file */
export const isLocked = (text) => text.trimStart().startsWith(ARMOUR);

export { armor };

/** @param {string} key @returns {string} the key; throws `bad_key`, never repeating it */
function checkedKey(key) {
  if (/^age-secret-key-/i.test(key)) {
    throw new Fault("bad_key", "This is a private key. Seal to its public half (age1...) instead.");
  }
  if (key.startsWith("age1pq1")) {
    throw new Fault("bad_key", "This is a post-quantum key, which our other tools cannot use yet.");
  }
  if (!PUBLIC_KEY.test(key)) {
    throw new Fault("bad_key", "This is not an age public key (age1 and 58 more characters).");
  }
  return key;
}

function starts(bytes, text) {
  return toUtf8(text).every((byte, at) => bytes[at] === byte);
}

function said(error) {
  return error instanceof Error ? error.message : "";
}
