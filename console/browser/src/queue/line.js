/** One line of a decrypted report: which body, when, what, who, a live case, a solicitor, and reach. */

import { keyOrWords, named, visible } from "../report/entries.js";
import { readSummary } from "../report/summary.js";

/** Whose answers stand in a line after body, day and conduct; with a name where they need one. */
const STEPS = /** @type {const} */ ([["relation", ""], ["linked", "case: "], ["solicitor", "solicitor: "]]);

/**
 * @param {unknown} sealed a decrypted summary
 * @returns {string[]} pieces of the line; those without an answer are left out
 */
export function lineOf(sealed) {
  const summary = readSummary(sealed);
  const answers = new Map(summary.blocks.flatMap((block) => block.answers).map((one) => [one.step, one]));
  const said = (/** @type {string} */ step, name = "") => {
    const labels = answers.get(step)?.labels?.join(", ");
    return labels ? name + labels : "";
  };
  const reach = [named(summary.contact.method), ...summary.contact.when.map(keyOrWords)];
  const others = STEPS.map(([step, name]) => said(step, name));
  return [said("body"), when(summary.dates.when_first), said("conduct"), ...others, reach.filter(Boolean).join(", ")]
    .filter(Boolean)
    .map(visible);
}

/** The person's own words for a date; else the year it can have been. @type {(dated: any) => string} */
function when(dated) {
  if (!dated) return "";
  if (typeof dated === "string") return dated;
  return dated.text || dated.edtf || "";
}
