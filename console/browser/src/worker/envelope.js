/**
 * Open an envelope (docs/envelope-v1.schema.json), as intake/envelope.py and intake/reading.py do:
 * all of it, or a named fault and nothing.
 */
import { fromBase64, fromUtf8, sha256 } from "../base/bytes.js";
import { Fault } from "../base/fault.js";
import { openWith } from "../keys/age.js";

const SCHEMA_VERSION = 1;
const SIZES = [16 * 1024, 64 * 1024];
const LINE_END = 0x0a;

/**
 * One report as the store has it.
 * @typedef {object} Stored
 * @property {Uint8Array} envelope
 * @property {string} hash SHA-256 of the envelope, 64 hexadecimal digits
 * @property {Record<string, string | number | null>} triage the store's columns
 */

/**
 * @typedef {object} Opened
 * @property {any} summary
 * @property {any} conflict the conflict card; null without one or without the key to it
 * @property {boolean} hasConflictCard
 * @property {{hash: string, altered_columns: string[], usual_size: boolean}} integrity
 */

/**
 * @param {Stored} stored
 * @param {import("./keys.js").Keys} keys
 * @returns {Promise<Opened>} throws `damaged`, `wrong_identity`, `newer_version`, `swapped`,
 *   `locked`
 */
export async function openEnvelope(stored, keys) {
  const plain = await openPlain(stored, keys);
  const summary = readSummary(plain, stored.triage);
  return {
    summary,
    conflict: await openCard(summary.conflict_card, keys),
    hasConflictCard: (summary.conflict_card ?? null) !== null,
    integrity: {
      hash: stored.hash,
      altered_columns: alteredColumns(summary.triage, stored.triage),
      usual_size: SIZES.includes(plain.length) && plain.at(-1) === LINE_END,
    },
  };
}

/**
 * @param {Stored} stored
 * @param {import("./keys.js").Keys} keys
 * @returns {Promise<Uint8Array>} the padded JSON as it was sealed
 */
export async function openPlain(stored, keys) {
  const opener = keys.opener();
  if ((await sha256(stored.envelope)) !== stored.hash) throw new Fault("damaged");
  return openWith(opener, stored.envelope);
}

/**
 * @param {Uint8Array} plain
 * @param {Stored["triage"]} triage
 * @returns {any} throws `damaged`, `newer_version`, `swapped`
 */
export function readSummary(plain, triage) {
  const summary = readObject(plain);
  const version = summary.schema_version;
  if (version !== SCHEMA_VERSION) {
    const newer = Number.isInteger(version) && version > SCHEMA_VERSION;
    throw new Fault(newer ? "newer_version" : "damaged");
  }
  if (summary.record_id !== triage.report_id) throw new Fault("swapped");
  return summary;
}

/**
 * A conflict card that a colleague handed on by itself.
 * @param {{sealed: Uint8Array}} given
 * @param {{keys: import("./keys.js").Keys}} course
 * @returns {Promise<any>} throws `damaged`, `wrong_identity`, `newer_version`, `locked`
 */
export async function openLoneCard({ sealed }, { keys }) {
  return readObject(await openWith(keys.opener(), sealed));
}

/**
 * @param {unknown} card base64, as it stands in a summary
 * @param {import("./keys.js").Keys} keys
 * @returns {Promise<any>} null without one or without the key to it
 */
export async function openCard(card, keys) {
  if ((card ?? null) === null) return null;
  try {
    return readObject(await openWith(keys.opener(), sealedCard(card)));
  } catch (error) {
    if (error.name === "wrong_identity") return null;
    throw error;
  }
}

function sealedCard(card) {
  try {
    return fromBase64(card);
  } catch {
    throw new Fault("damaged");
  }
}

function readObject(plain) {
  let value;
  try {
    value = JSON.parse(fromUtf8(plain));
  } catch {
    throw new Fault("damaged");
  }
  if (!isObject(value)) throw new Fault("damaged");
  return value;
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** A sentence for each column that the store has otherwise than the sealed report. */
function alteredColumns(sealed, stored) {
  if (!isObject(sealed)) return ["The envelope holds no triage columns to compare."];
  return Object.entries(stored)
    .filter(([name, value]) => (sealed[name] ?? null) !== (value ?? null))
    .map(([name, value]) =>
      `${name}: the store says ${shown(value)}, the sealed report says ${shown(sealed[name])}.`);
}

function shown(value) {
  return (value ?? null) === null ? "nothing" : String(value);
}
