/** How alike two names are: letter by letter (Levenshtein) and by sound (double metaphone). */
import { doubleMetaphone } from "double-metaphone";
import { distance } from "fastest-levenshtein";
import { COMMON_SURNAMES } from "./lists.js";

const PREFIX = /^(?:o(?=[bcdfghjklmnpqrstvwxz])|mc|mac|fitz|al-?|el-?|ben|van|von|de|di|ap)(?=\p{L}{4})/u;
const LATIN = /^[a-z-]+$/;

/** @typedef {import("./names.js").Name} Name */
/** @typedef {{points: number, reason: string, caution: string}} Alike */

const NOTHING = Object.freeze({ points: 0, reason: "", caution: "" });

/** @param {Name} one @param {Name} other @returns {Alike} the two names' likeness in words */
export function alikeNames(one, other) {
  const surname = alikeWords(one.surname, other.surname);
  const given = one.given && other.given ? alikeWords(one.given, other.given) : "unknown";
  const pair = `${one.shown} / ${other.shown}`;
  if (surname === "no") return NOTHING;
  if (surname === "initial") {
    const both = given === "same" && one.given.length > 1;
    return both ? alike(2, `same first name, and the initial fits: ${pair}`) : NOTHING;
  }
  if (given === "no") {
    const caution = `first names differ: ${one.given} / ${other.given}`;
    return surname === "same" ? { ...alike(1, `same surname: ${pair}`), caution } : NOTHING;
  }
  const points = { same: 4, sound: 4, initial: 3, unknown: 2 }[given];
  const kind = `${WORDS[surname]}${given === "initial" ? ", and the initial fits" : ""}`;
  if (surname === "same" && COMMON_SURNAMES.has(one.surname)) {
    return alike(points - 1, `${kind} (a common one): ${pair}`);
  }
  return alike(surname === "same" || given === "unknown" ? points : points - 1, `${kind}: ${pair}`);
}

const WORDS = { same: "same name", sound: "names sound alike", prefix: "names alike but for the beginning" };

/** @param {number} points @param {string} reason @returns {Alike} */
const alike = (points, reason) => ({ points, reason, caution: "" });

/**
 * @param {string} one @param {string} other lower case
 * @returns {"same" | "sound" | "prefix" | "initial" | "no"}
 */
export function alikeWords(one, other) {
  if (!one || !other) return "no";
  if (one === other) return "same";
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? "initial" : "no";
  if (spelledAlike(one, other) || soundAlike(one, other)) return "sound";
  const [bare, otherBare] = [one.replace(PREFIX, ""), other.replace(PREFIX, "")];
  if (bare === one && otherBare === other) return "no";
  return bare === otherBare || spelledAlike(bare, otherBare) ? "prefix" : "no";
}

/** One slip in five letters, two in eight. @param {string} one @param {string} other */
export function spelledAlike(one, other) {
  const shorter = Math.min(one.length, other.length);
  const slips = shorter >= 8 ? 2 : shorter >= 5 ? 1 : 0;
  return slips > 0 && Math.abs(one.length - other.length) <= slips && distance(one, other) <= slips;
}

/** The same sound, and not too far apart in letters. @param {string} one @param {string} other */
function soundAlike(one, other) {
  if (!LATIN.test(one) || !LATIN.test(other)) return false;
  if (Math.min(one.length, other.length) < 4 || distance(one, other) > 3) return false;
  const [first] = doubleMetaphone(one);
  return first.length > 1 && first === doubleMetaphone(other)[0];
}
