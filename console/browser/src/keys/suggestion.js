/** A passphrase drawn at random, for whoever likes one that is strong and can be typed. */
import { wordlist } from "@scure/bip39/wordlists/english.js";

const WORDS = 6;

/** Words of the list that nobody here should have to type every morning. */
const UNKIND = new Set(
  ("abuse assault attack blame blood bomb crime cruel cry damage danger destroy enemy evil " +
    "execute fatal force guilt gun hurt injury panic pistol police prison punch rifle scare " +
    "strike suffer trap ugly victim weapon wrestle").split(" "),
);
const KIND = wordlist.filter((word) => !UNKIND.has(word));

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
