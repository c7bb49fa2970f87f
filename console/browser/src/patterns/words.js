/** Free words made comparable: without case, accents, dots in "D.C.", and quotation marks. */

const ABBREVIATION = /(?<!\p{L})(?:\p{L}\.){2,}/gu;
const ACCENTS = /\p{M}/gu;
/** Accents are taken from Latin letters alone: in other scripts such a sign is a vowel. */
const LATIN = /\p{Script=Latin}\p{M}+/gu;
const APOSTROPHES = /['’‘`´]/g;
const APOSTROPHE = "\u2019";
const CLAUSE = /[,;:()/\n]|\.(?=\s|$)|\s[-–—]\s/u;

/** @param {string} text @returns {string} as written, in one way of writing */
export function plain(text) {
  return text
    .normalize("NFKD")
    .replace(LATIN, (sign) => sign.replace(ACCENTS, ""))
    .normalize("NFC")
    .replace(ABBREVIATION, (dotted) => dotted.replaceAll(".", ""))
    .replace(APOSTROPHES, APOSTROPHE);
}

/** @param {string} word as written @returns {string} "ohalloran" for "O’Halloran" */
export const low = (word) => word.toLowerCase().replace(/\u2019s$/u, "").replaceAll(APOSTROPHE, "");

/** @param {string} text already `plain` @returns {string[]} words and numbers, as written */
export const tokens = (text) => text.match(/[\p{L}\p{M}\p{N}]+(?:[-\u2019][\p{L}\p{M}]+)*/gu) ?? [];

/** @param {string} text @returns {string[]} the same, in lower case */
export const words = (text) => tokens(plain(text)).map(low);

/** @param {string} text @returns {string[]} what stands between commas, full stops and brackets */
export const clauses = (text) =>
  plain(text)
    .split(CLAUSE)
    .map((one) => one.trim())
    .filter(Boolean);

/** @param {string} list words apart by spaces @returns {Set<string>} */
export const wordSet = (list) => new Set(list.trim().split(/\s+/));

/** @template T @param {Iterable<T>} some @param {{has(one: T): boolean}} others @returns {T[]} */
export const shared = (some, others) => [...some].filter((one) => others.has(one));
