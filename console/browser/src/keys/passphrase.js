/** What a passphrase must be, said kindly, and a suggestion. It guards a key against its thief. */
import { wordlist } from "@scure/bip39/wordlists/english.js";

/** Characters: a sentence, or the six words suggested. */
export const SHORTEST = 16;

const FEWEST_DIFFERENT = 7;
const WORDS = 6;

/** Words of the list that nobody here should have to type every morning. */
const UNKIND = new Set(
  ("abuse assault attack blame blood bomb crime cruel cry damage danger destroy enemy evil " +
    "execute fatal force guilt gun hurt injury panic pistol police prison punch rifle scare " +
    "strike suffer trap ugly victim weapon wrestle").split(" "),
);
const KIND = wordlist.filter((word) => !UNKIND.has(word));

/**
 * @param {string} passphrase
 * @param {string} [again] the second typing, where there is one
 * @returns {string[]} sentences: what to change; empty if it will do
 */
export function passphraseFaults(passphrase, again = passphrase) {
  const characters = [...passphrase];
  const missing = SHORTEST - characters.length;
  const faults = [];
  if (missing > 0) {
    faults.push(`Make it longer, by ${missing} or more. Several words with spaces are good.`);
  } else if (new Set(characters).size < FEWEST_DIFFERENT) {
    faults.push("Use more letters that differ. Several words are easier than one.");
  }
  if (passphrase !== passphrase.trim()) {
    faults.push("Take away the space at its start or end: it is easily forgotten.");
  }
  if (again !== passphrase) faults.push("The two are not the same. Type the second one again.");
  return faults;
}

/** @returns {string} six random words, 65 bits: to be written down, or changed */
export function suggestPassphrase() {
  return Array.from({ length: WORDS }, () => KIND[below(KIND.length)]).join(" ");
}

/** @param {number} limit @returns {number} a fair random number below `limit` */
function below(limit) {
  const fair = Math.floor(2 ** 32 / limit) * limit;
  const [drawn] = crypto.getRandomValues(new Uint32Array(1));
  return drawn < fair ? drawn % limit : below(limit);
}
