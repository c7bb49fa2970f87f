/** The conflict card's entries: as `intake/parts.py` shows them. */

import { answerEntry, entry, named } from "./entries.js";
import { readAnswer } from "./summary.js";

/** @type {(card: Record<string, any>) => import("./entries.js").Entry[]} */
export function cardEntries(card) {
  return Object.entries(card).flatMap(([key, value]) => {
    if (!isAnswer(value)) return [entry(named(key), flat(value).length ? flat(value) : ["nothing"])];
    const answer = readAnswer(value);
    return answer.state === "not_asked" ? [] : [answerEntry(answer)];
  });
}

/** @type {(value: any) => boolean} */
const isAnswer = (value) =>
  value !== null && typeof value === "object" && !Array.isArray(value) && typeof value.step === "string";

/** @type {(value: any) => string[]} */
function flat(value) {
  if (Array.isArray(value)) return value.flatMap(flat);
  if (value !== null && typeof value === "object") {
    return Object.entries(value).map(([key, inner]) => `${named(key)}: ${flat(inner).join(", ")}`);
  }
  return value === null || value === undefined || value === "" ? [] : [String(value)];
}
