/**
 * Ask a passkey for its secret (WebAuthn's PRF extension). Runs in the page: a worker cannot ask.
 *
 * The question is always the same, so one touch at sign-in can unlock the key too: put
 * `prfExtension()` among the ceremony's extensions and give its answer to `secretOf`.
 */
import { toUtf8 } from "../base/bytes.js";
import { Fault } from "../base/fault.js";

const QUESTION = toUtf8("candour identity v1");

/** @returns {AuthenticationExtensionsClientInputs} for `credentials.create` and `.get` alike */
export const prfExtension = () => ({ prf: { eval: { first: QUESTION } } });

/**
 * @param {PublicKeyCredential} credential what a ceremony with `prfExtension()` gave
 * @returns {Uint8Array | null} 32 bytes; null if the passkey or the browser gives none
 */
export function secretOf(credential) {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  return first === undefined ? null : new Uint8Array(/** @type {ArrayBuffer} */ (first));
}

/**
 * Ask one of these passkeys for its secret; signs nobody in.
 * @param {readonly Uint8Array[]} credentialIds
 * @returns {Promise<Uint8Array>} 32 bytes; throws `no_passkey_secret`, `cancelled`
 */
export async function askPasskey(credentialIds) {
  const publicKey = {
    // Nobody checks the answer's signature: its secret opens the key or does not.
    challenge: crypto.getRandomValues(new Uint8Array(32)),
    allowCredentials: credentialIds.map((id) => ({ type: "public-key", id })),
    userVerification: "required",
    extensions: prfExtension(),
  };
  const credential = await asked(/** @type {any} */ (publicKey));
  const secret = credential && secretOf(credential);
  if (!secret) throw new Fault("no_passkey_secret");
  return secret;
}

async function asked(publicKey) {
  try {
    return /** @type {PublicKeyCredential} */ (await navigator.credentials.get({ publicKey }));
  } catch (error) {
    throw new Fault(error.name === "NotAllowedError" ? "cancelled" : "no_passkey_secret");
  }
}
