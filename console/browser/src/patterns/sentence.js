/** One paragraph to copy, with everything that a reader has to know to take it rightly. */
import { HIDDEN, inWords } from "./rounding.js";

/**
 * @param {{total: number, conduct: {name: string, number: number}[]}} figures
 * @param {{years: string, force: string, received: [string, string] | null}} about plain words for
 *   the filter, empty for none; the first and the last day on which a report was received
 * @returns {string}
 */
export function sentence(figures, { years, force, received }) {
  const [first, last] = received ?? ["", ""];
  const when = first === last ? first && ` in ${first}` : ` between ${first} and ${last}`;
  const which = [years && `say that it began ${years}`, force && `name ${force}`].filter(Boolean).join(" and ");
  const number = inWords(figures.total);
  return [
    `Of the reports that the team received through Candour${when} and whose reporters agreed to be`,
    `counted, ${number} ${which || "are counted here"}.`,
    ...most(figures.conduct),
    "These are people who chose to report: not a sample, and not findings.",
    "Reports whose reporters were not asked or did not agree are not counted.",
    "Numbers are rounded up or down to a multiple of 5; numbers under 5 are not given.",
  ].join(" ");
}

/** @param {{name: string, number: number}[]} conduct */
function most(conduct) {
  const given = conduct.filter((one) => one.number !== HIDDEN).sort((a, b) => b.number - a.number);
  if (!given.length) return [];
  const named = given.slice(0, 3).map((one) => `“${one.name}” (${inWords(one.number)})`);
  return [`Chosen most often from a list, where more than one could be chosen: ${named.join(", ")}.`];
}
