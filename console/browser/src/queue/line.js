/** One line of a decrypted report: which body, when, what, who, a live case, a solicitor, and reach. */

import { keyOrWords, named, visible } from "../report/entries.js";
import { readSummary } from "../report/summary.js";

/** Steps whose tapped labels stand in a line, in this order. */
const STEPS = ["body", "conduct", "relation", "linked", "solicitor"];

/**
 * @param {unknown} sealed a decrypted summary
 * @returns {string[]} pieces of the line; those without an answer are left out
 */
export function lineOf(sealed) {
  const summary = readSummary(sealed);
  const answers = new Map(summary.blocks.flatMap((block) => block.answers).map((one) => [one.step, one]));
  const said = (/** @type {string} */ step) => answers.get(step)?.labels?.join(", ") ?? "";
  const [body, conduct, ...others] = STEPS.map(said);
  const reach = [named(summary.contact.method), ...summary.contact.when.map(keyOrWords)];
  return [body, when(summary.dates.when_first), conduct, ...others, reach.filter(Boolean).join(", ")]
    .filter(Boolean)
    .map(visible);
}

/** The person's own words for a date; else the year it can have been. @type {(dated: any) => string} */
function when(dated) {
  if (!dated) return "";
  if (typeof dated === "string") return dated;
  return dated.text || dated.edtf || "";
}
