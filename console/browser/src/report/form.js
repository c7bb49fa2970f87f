/**
 * What a tapped answer in another language is called in the English form. It is the form's own text
 * and no translation of anybody's words: those stand as they were given.
 */

/**
 * @typedef {{version: string, steps: Record<string, [string, Record<string, string[]>]>}} Form by step
 *   what it is called and its buttons; console/report/form.py
 */

/** @type {Form} */
let form = { version: "", steps: {} };
let [ofToday, forAnother] = [true, false];

/** @param {string | undefined} json as the page carries it */
export function keepForm(json) {
  form = json ? JSON.parse(json) : form;
}

/** Say which report is read: of which version, and whether it tells of somebody else. @param {import("./summary.js").Summary} summary */
export function readWith(summary) {
  const answers = summary.blocks.flatMap((block) => block.answers);
  const relation = answers.find((one) => one.step === "relation")?.values ?? [];
  forAnother = relation.some((one) => one !== "self");
  ofToday = summary.flow_version === form.version;
}

/**
 * @param {import("./entries.js").Answer} answer
 * @returns {string} a line to stand under it; empty for an English answer, and for typed words alone
 */
export function inEnglish({ step, language = "", values = [] }) {
  if (!language || language.split("-")[0] === "en" || !Object.hasOwn(form.steps, step)) return "";
  const [name, buttons] = form.steps[step];
  const labels = values.filter((one) => Object.hasOwn(buttons, one)).map((one) => buttons[one]);
  if (!labels.length) return "";
  const chosen = labels.map(([own, another]) => (forAnother && another ? another : own));
  return `In the English form${ofToday ? "" : " of today"}: ${name}: ${chosen.join(", ")}`;
}
