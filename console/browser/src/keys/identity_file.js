/**
 * A private key as a file: what `python -m intake keygen` writes and the `age` command reads, so a
 * copy made here opens reports where no console is left. Locked, it is what the console keeps.
 */
import { Fault } from "../base/fault.js";
import { isLocked, lockWithPassphrase, publicKeyOf, unlockWithPassphrase } from "./age.js";

const SECRET_LINE = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;

/**
 * @param {string} identity
 * @param {string} passphrase
 * @returns {Promise<string>} an armoured age file
 */
export async function lockedFile(identity, passphrase) {
  const today = new Date().toISOString().slice(0, 10);
  const publicKey = await publicKeyOf(identity);
  const plain = `# created: ${today}\n# public key: ${publicKey}\n${identity}\n`;
  return lockWithPassphrase(plain, passphrase);
}

/**
 * Return the private key in a file, locked or plain.
 * @param {string} text
 * @param {string} passphrase
 * @returns {Promise<string>} throws `wrong_passphrase`, `damaged`, `too_costly`, `not_an_identity`
 */
export async function identityIn(text, passphrase) {
  const plain = isLocked(text) ? await unlockWithPassphrase(text, passphrase) : text;
  for (const line of plain.split(/\r?\n/)) {
    if (SECRET_LINE.test(line.trim()) && (await isWhole(line.trim()))) return line.trim();
  }
  throw new Fault("not_an_identity");
}

/** Tell whether the key's own checksum holds. */
async function isWhole(identity) {
  try {
    await publicKeyOf(identity);
    return true;
  } catch {
    return false;
  }
}
