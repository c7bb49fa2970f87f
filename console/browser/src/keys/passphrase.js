/** What a passphrase must be, said kindly. It guards a key against whoever takes its file. */
import { Fault } from "../base/fault.js";

/** Characters: a sentence, or the six words of keys/suggestion.js. */
export const SHORTEST = 16;

const FEWEST_DIFFERENT = 7;

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

/** @param {string} passphrase @returns {string} the same; throws `weak_passphrase` */
export function checkedPassphrase(passphrase) {
  const faults = passphraseFaults(passphrase);
  if (faults.length > 0) throw new Fault("weak_passphrase", faults.join(" "));
  return passphrase;
}
