/**
 * A private key under a passkey: an ordinary age file, sealed to an identity that only the
 * passkey's own secret (WebAuthn's PRF) gives. Runs in the worker; keys/passkey.js asks for it.
 */
import { bech32 } from "@scure/base";
import { fromUtf8, toUtf8 } from "../base/bytes.js";
import { Fault } from "../base/fault.js";
import { armor, openWith, opener, publicKeyOf, sealTo } from "./age.js";

const PURPOSE = "candour identity under a passkey v1";
const SECRET_BYTES = 32;

/**
 * @param {string} identity
 * @param {Uint8Array} secret 32 bytes from the passkey
 * @returns {Promise<string>} an armoured age file
 */
export async function fileForPasskey(identity, secret) {
  const key = await publicKeyOf(await identityOf(secret));
  return armor.encode(await sealTo([key], toUtf8(`${identity}\n`)));
}

/**
 * @param {string} text an armoured age file
 * @param {Uint8Array} secret 32 bytes from the passkey
 * @returns {Promise<string>} throws `wrong_passkey` or `damaged`
 */
export async function identityUnderPasskey(text, secret) {
  const decrypter = opener([await identityOf(secret)]);
  try {
    return fromUtf8(await openWith(decrypter, decoded(text))).trim();
  } catch (error) {
    throw error.name === "wrong_identity" ? new Fault("wrong_passkey") : new Fault("damaged");
  }
}

/** Turn the passkey's secret into an age identity: HKDF-SHA256, then the usual 32 bytes. */
async function identityOf(secret) {
  if (secret.length !== SECRET_BYTES) throw new Fault("no_passkey_secret");
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: toUtf8(PURPOSE) };
  const scalar = new Uint8Array(await crypto.subtle.deriveBits(how, base, 256));
  return bech32.encodeFromBytes("AGE-SECRET-KEY-", scalar).toUpperCase();
}

function decoded(text) {
  try {
    return armor.decode(text);
  } catch {
    throw new Fault("damaged");
  }
}
