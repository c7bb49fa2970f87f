/** Who an officer is said to be: a name and numbers, read out of words typed on a phone. */
import { FILLERS, FIRST_NAME, NUMBER_WORDS, RANKS, STREET, SURNAME, TIME_WORDS } from "./lists.js";
import { clauses, low, tokens } from "./words.js";

const MOST_NAMES = 3;

/**
 * @typedef {object} Name lower case, without rank and title; what is not known is empty
 * @property {string} given a whole name or one letter
 * @property {string} surname a whole name or one letter
 * @property {string} shown as it was written
 */

/**
 * @param {string} text the words about the officer
 * @returns {{names: Name[], numbers: string[], places: string[]}}
 */
export function readOfficer(text) {
  const found = { names: [], numbers: [], places: [] };
  for (const clause of clauses(text)) {
    const all = tokens(clause);
    found.numbers.push(...numbersIn(all));
    const [place, rest] = placeIn(all);
    if (place) found.places.push(place);
    addName(found.names, rest);
  }
  return found;
}

/** @param {string[]} all @returns {string[]} */
function numbersIn(all) {
  const numbers = [];
  for (const [at, one] of all.entries()) {
    const digits = /^\p{L}{0,2}(\d{1,6})\p{L}{0,2}$/u.exec(one)?.[1];
    if (!digits) continue;
    const before = low(all[at - 1] ?? "");
    const year = /^(19[5-9]|20[0-4])\d$/.test(digits) && TIME_WORDS.has(before);
    const marked = RANKS.has(before) || NUMBER_WORDS.has(before);
    if (!year && (digits.length > 2 || marked)) numbers.push(digits.replace(/^0+(?=\d)/, ""));
  }
  return numbers;
}

/**
 * "Marlowe Street", and what else the clause says.
 * @param {string[]} all
 * @returns {[string, string[]]} the place is empty if there is none
 */
function placeIn(all) {
  const end = all.findIndex((one, at) => at > 0 && STREET.has(low(one)) && !saysNothing(all[at - 1]));
  if (end < 1) return ["", all];
  let from = end - 1;
  while (from > 0 && end - from < 2 && !saysNothing(all[from - 1]) && !/\d/.test(all[from - 1])) from -= 1;
  return [all.slice(from, end + 1).join(" "), [...all.slice(0, from), ...all.slice(end + 1)]];
}

/** @param {Name[]} names @param {string[]} all the words of one clause */
function addName(names, all) {
  const written = nameWords(all);
  if (written.length === 0) return;
  const parts = written.map(low);
  const asked = all.length ? low(all[0]) : "";
  const last = names[names.length - 1];
  // "First name Mark", after "DC Halleran", speaks of the same person.
  if (FIRST_NAME.has(asked) && last) complete(last, "given", written[0]);
  else if (SURNAME.has(asked) && last) complete(last, "surname", written[0]);
  else if (FIRST_NAME.has(asked)) names.push({ given: parts[0], surname: "", shown: written[0] });
  else names.push({ given: parts.length > 1 ? parts[0] : "", surname: parts[parts.length - 1], shown: written.join(" ") });
}

/** Those that may be a name. Without capitals a long clause is a sentence. @param {string[]} all */
function nameWords(all) {
  const may = all.filter((one) => /^[\p{L}]/u.test(one) && !/\d/.test(one) && !saysNothing(one));
  const capitals = may.filter((one) => /^\p{Lu}/u.test(one));
  const taken = capitals.length ? capitals : may;
  return taken.length > MOST_NAMES ? taken.slice(0, capitals.length ? MOST_NAMES : 0) : taken;
}

/** @param {string} word as written */
function saysNothing(word) {
  const one = low(word);
  // A capital is an initial, unless it is the person who writes.
  if (one.length === 1) return one === "i" || word !== word.toUpperCase();
  return RANKS.has(one) || FILLERS.has(one);
}

/** @param {Name} name @param {"given" | "surname"} part @param {string} written */
function complete(name, part, written) {
  if (name[part] && part === "surname") name.given ||= name.surname;
  name[part] = low(written);
  name.shown = part === "given" ? `${written} ${name.shown}` : `${name.shown} ${written}`;
}
