/** Every report against every other, a few rows at a time, so that it can be stopped. */
import { compare } from "./compare.js";

const COMPARED_AT_ONCE = 20_000;
const ORDER = { high: 0, medium: 1, low: 2 };

/**
 * @typedef {import("./compare.js").Likeness & {first: string, second: string}} Link
 * @typedef {{id: string, officer: import("./card.js").Officer}} Told
 */

/**
 * @param {Told[]} told one for each report with its additions
 * @param {{step?: Function, pause?: () => Promise<void>}} [course]
 * @returns {Promise<Link[]>} the strongest first; the smaller id of a pair comes first
 */
export async function links(told, { step = () => {}, pause = async () => {} } = {}) {
  const found = [];
  const pairs = (told.length * (told.length - 1)) / 2;
  let compared = 0;
  for (let at = 0; at < told.length; at += 1) {
    for (let other = at + 1; other < told.length; other += 1) {
      const likeness = compare(told[at].officer, told[other].officer);
      if (likeness) found.push({ ...pair(told[at].id, told[other].id), ...likeness });
      compared += 1;
      if (compared % COMPARED_AT_ONCE === 0) {
        step({ done: compared, of: pairs });
        await pause();
      }
    }
  }
  return found.sort((a, b) => ORDER[a.strength] - ORDER[b.strength]);
}

/** @param {string} one @param {string} other */
export const pair = (one, other) => (one < other ? { first: one, second: other } : { first: other, second: one });

/**
 * Reports that hang together link by link. That is not a finding that all are alike: `pairs` says
 * how many pairs there are, `linked` how many of them are alike at all.
 * @param {Link[]} all without what staff said is not the same
 * @returns {{ids: string[], links: Link[], pairs: number}[]} the largest first
 */
export function groups(all) {
  const group = new Map();
  for (const { first, second } of all) {
    const joined = new Set([...(group.get(first) ?? [first]), ...(group.get(second) ?? [second])]);
    for (const id of joined) group.set(id, joined);
  }
  return [...new Set(group.values())]
    .map((ids) => ({
      ids: [...ids],
      links: all.filter(({ first }) => ids.has(first)),
      pairs: (ids.size * (ids.size - 1)) / 2,
    }))
    .sort((a, b) => b.ids.length - a.ids.length);
}
