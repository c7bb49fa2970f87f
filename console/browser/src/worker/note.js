/** Staff's own words about a report, sealed to its readers; the size tells little. */
import { fromUtf8, padded, toUtf8 } from "../base/bytes.js";
import { Fault } from "../base/fault.js";
import { openWith, sealTo } from "../keys/age.js";

const VERSION = 1;
/** Bytes of padded plaintext: a note's size tells no more than which of these it was. */
const SIZES = [1024, 4 * 1024, 16 * 1024, 64 * 1024];

/**
 * @param {{text: string, recipients: string[]}} given
 * @returns {Promise<Uint8Array>} throws `too_long`, `bad_key`
 */
export async function sealText({ text, recipients }) {
  const plain = padded(toUtf8(JSON.stringify({ text, version: VERSION })), SIZES);
  if (plain === null) throw new Fault("too_long");
  return sealTo(recipients, plain);
}

/**
 * @param {{sealed: Uint8Array}} given
 * @param {{keys: import("./keys.js").Keys}} course
 * @returns {Promise<string>} throws `wrong_identity`, `damaged`, `newer_version`, `locked`
 */
export async function openText({ sealed }, { keys }) {
  const plain = await openWith(keys.opener(), sealed);
  let note;
  try {
    note = JSON.parse(fromUtf8(plain));
  } catch {
    throw new Fault("damaged");
  }
  if (note?.version > VERSION) throw new Fault("newer_version");
  if (typeof note?.text !== "string") throw new Fault("damaged");
  return note.text;
}
