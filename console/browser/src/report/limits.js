/** The time limits of a report, as staff read them: the same rules as `intake/limits.py`. */

import { entry, named } from "./entries.js";

/**
 * @typedef {object} Deadline docs/envelope-v1.schema.json, `deadline`; days are ISO dates.
 * @property {string} rule
 * @property {string} [name]
 * @property {Record<string, string>} [inputs]
 * @property {string | null} [soonest]
 * @property {string | null} [latest_if]
 * @property {string | null} [alert]
 * @property {string} [state]
 * @property {boolean} [primary_period_passed]
 * @property {boolean} [continuing_act_argument]
 * @property {string} [extension_power]
 * @property {string} [text_version]
 * @property {string} [source]
 * @property {string} [note]
 * @property {string} [ask]
 */

export const TITLE = "Time limits: not advice, check each one";
const NONE = "No date to count from was given. That does not mean that there is no limit.";
/** What a limit is counted from, where the answer's own name says little. */
const INPUTS = { when_first: "first time", when_last: "last time", ongoing: "still happening" };
const LAST_ACT = "The last act was not asked or not told. A later act has its own time.";

/** @type {(deadlines: Deadline[]) => import("./entries.js").Entry[]} */
export function limitEntries(deadlines) {
  const found = deadlines.map((one) => entry(`${one.rule}  ${one.name ?? ""}`, [...lines(one)]));
  const uncounted = deadlines.every((one) => ["none", "depends"].includes(one.state ?? "none"));
  return uncounted ? [entry("", [NONE], { quiet: true }), ...found] : found;
}

/** @param {Deadline} one */
function* lines(one) {
  const state = one.state ?? "none";
  if (state === "none") {
    // The ids of what does not last begin with E: of it, nobody is told that time does not matter.
    const noLimit = one.rule.startsWith("E") ? [] : ["There is no time limit."];
    yield [...noLimit, one.note || "Check."].join(" ");
  } else {
    yield standing(one, state);
    if (state !== "depends") yield* counted(one);
    if (one.note) yield one.note;
  }
  if (one.source) yield `Source: ${one.source}`;
  if (state !== "none") yield `Rule of version ${one.text_version ?? ""}`;
}

/** The sentence that says what to do about a limit now. @type {(one: Deadline, state: string) => string} */
function standing(one, state) {
  if (state === "depends") return one.ask || "Counted from a birthday. Ask the date of birth.";
  if (state === "running") {
    const until = one.latest_if || "a day not known";
    return `May have ended already, or may end on any day until ${until}. Ask the day first.`;
  }
  if (one.alert) return `Act by ${one.alert}. Check.`;
  if (one.primary_period_passed) return "The primary period has passed. Check.";
  return "Its last day is open. Check.";
}

/** @param {Deadline} one */
function* counted(one) {
  const inputs = one.inputs ?? {};
  yield `Soonest ${one.soonest || "not known"}, latest ${one.latest_if || "not known"}`;
  const from = Object.entries(inputs).map(([step, day]) => `${INPUTS[step] ?? named(step)}: ${day}`);
  yield `Counted from ${from.join(", ")}`;
  if ("when_first" in inputs && !("when_last" in inputs) && !("ongoing" in inputs)) yield LAST_ACT;
  if (one.continuing_act_argument) yield "A continuing act may be argued.";
  if (one.extension_power) yield `May be extended: ${one.extension_power}`;
  else if (one.primary_period_passed) yield "No power to extend was found.";
}
