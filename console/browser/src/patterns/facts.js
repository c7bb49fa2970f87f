/** What is counted of a report: when, which force, what, how it stands, and whether it may be. */

const CONSENT = "share_anonymised_pattern";
const PLACE = "when_first";

/**
 * @typedef {object} Facts
 * @property {string} id
 * @property {number | null} year the earliest year in which it can have begun
 * @property {string} force key of one police body; empty if none, or several
 * @property {string[]} conduct
 * @property {string} status
 * @property {boolean} agreed to be used to show a pattern
 */

/**
 * @param {string} id
 * @param {any[]} summaries the report's own, and those of its additions, the oldest first
 * @param {string} status
 * @returns {Facts}
 */
export function factsOf(id, summaries, status) {
  const [first] = summaries;
  const forces = values(first, "body").filter((one) => one.includes("-"));
  return {
    id,
    year: summaries.map((one) => yearOf(one?.dates?.[PLACE])).find((one) => one !== null) ?? null,
    force: forces.length === 1 ? forces[0] : "",
    conduct: [...new Set(summaries.flatMap((one) => values(one, "conduct")))],
    status,
    agreed: agreed(summaries),
  };
}

/** The newest answer counts: a later no takes an earlier yes back. @param {any[]} summaries */
function agreed(summaries) {
  const said = summaries.flatMap((one) => list(one?.consents)).filter((one) => one?.purpose === CONSENT);
  return said.length > 0 && said[said.length - 1].given === true;
}

/** @param {any} summary @param {string} step @returns {string[]} */
function values(summary, step) {
  const answers = list(summary?.blocks).flatMap((block) => list(block?.answers));
  const answer = answers.find((one) => one?.step === step && one.state === "answered");
  return list(answer?.values).filter((one) => typeof one === "string");
}

/** @param {any} dated as the envelope has it: an object since 2026.12, EDTF before */
function yearOf(dated) {
  const day = typeof dated === "string" ? dated : dated?.earliest;
  const year = typeof day === "string" ? /^\d{4}(?!\d)/.exec(day)?.[0] : undefined;
  return year === undefined ? null : Number(year);
}

/** @param {unknown} value @returns {any[]} */
const list = (value) => (Array.isArray(value) ? value : []);
