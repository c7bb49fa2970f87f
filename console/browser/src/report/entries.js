/**
 * The smallest thing shown of a report: a name, and the words against it.
 *
 * The same rules as `intake/entries.py`; tests/browser/test_parts.py holds both to the same reports.
 * Everything here is plain data: no word touches the page before `draw.js` sets it as text.
 */

import { inEnglish } from "./form.js";

/**
 * @typedef {object} Answer One question as it was shown (docs/envelope-v1.schema.json, `answer`).
 * @property {string} step
 * @property {string} [label]
 * @property {string} [question]
 * @property {string} [language] BCP 47
 * @property {string} [state]
 * @property {string[]} [values]
 * @property {string[]} [labels]
 * @property {string} [text] her own words
 * @property {boolean} [sealed_apart]
 */

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {string[]} words
 * @property {string} language of `name`; empty for the staff's own English
 * @property {boolean} quiet there is no answer: `words` say why
 * @property {string} [step] where it comes from, to put a translation beside it
 * @property {string} [verbatim] those of the words that she typed
 * @property {string} [english] what was tapped, in the form's own English
 */

const STATES = new Map([
  ["skipped", "skipped"],
  ["dont_know", "did not know"],
  ["prefer_not", "did not want to say"],
  ["not_asked", "not asked"],
  ["removed", "Asked; the words were removed because a case may be open"],
  ["withheld", "Not asked because a case is or may be open"],
]);

/** @type {(name: string, words: string[], more?: Partial<Entry>) => Entry} */
export const entry = (name, words, more = {}) => ({ name, words, language: "", quiet: false, ...more });

/** @type {(name: string, words: string[]) => Entry[]} */
export const ifAny = (name, words) => (words.length ? [entry(name, words)] : []);

/** One answer as it was given; without one, in which way it was not. @type {(answer: Answer) => Entry} */
export function answerEntry(answer) {
  const { labels = [], text = "", state = "answered" } = answer;
  let words = [...labels, text].filter(Boolean);
  const quiet = state !== "answered" || words.length === 0;
  if (answer.sealed_apart) {
    words = [...words, "in the conflict card"];
  } else if (state !== "answered" && labels.length === 0) {
    words = [STATES.get(state) ?? spoken(state), ...(text ? [text] : [])];
  }
  const language = answer.language ?? "";
  const more = { language, quiet, step: answer.step, verbatim: text, english: inEnglish(answer) };
  return entry(question(answer), words, more);
}

/** The question as it was shown, or what it is called. @type {(answer: Answer) => string} */
export const question = (answer) => answer.question || answer.label || named(answer.step);

/** A key of the flow as words. @type {(key: string) => string} */
export const spoken = (key) => key.replaceAll("_", " ");

/** A key of the flow as the name of an entry. @type {(key: string) => string} */
export const named = (key) => spoken(key).charAt(0).toUpperCase() + spoken(key).slice(1);

/** A tapped key as words; what was typed stays as it is. @type {(text: string) => string} */
export const keyOrWords = (text) => (/^[a-z0-9_]+$/.test(text) ? named(text) : text);

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

/** The text without signs that could reorder the lines around it. @type {(text: string) => string} */
export const visible = (text) => text.replace(CONTROL, "\ufffd").replace(OVERRIDES, "");
