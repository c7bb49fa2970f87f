/**
 * The spans of years that can be asked for. There are few, and that is on purpose: with every range
 * of years on offer, small counts can be worked out from where a number appears and disappears.
 */

/** Years that are counted one by one; what is older is one row. */
export const YEARS_BACK = 15;
/** Places on the line of years: 0 is before, then one a year, the last is "not known". */
export const KNOWN = YEARS_BACK + 2;
export const UNKNOWN = KNOWN;

/** @typedef {readonly [number, number]} Span places, both included */
/** @type {readonly Span[]} */
export const BANDS = [[0, 0], [1, 5], [6, 10], [11, KNOWN - 1]];
/** @type {Span} */
export const ALL_YEARS = [0, UNKNOWN];
/** @type {Span} */
export const UNKNOWN_YEAR = [UNKNOWN, UNKNOWN];

/** @param {Span} span */
export const nameOf = ([from, to]) => `${from}-${to}`;

/** Bands that follow each other, as one. @param {number} first @param {number} last @returns {Span} */
export const ofBands = (first, last) => [BANDS[first][0], BANDS[last][1]];

/** @type {readonly Span[]} every year by itself; they are shown for all forces together */
export const YEARS = Array.from({ length: KNOWN }, (_, at) => /** @type {Span} */ ([at, at]));

/** @param {number} year @param {number} thisYear @returns {number} its place */
export function placeOf(year, thisYear) {
  const oldest = thisYear - YEARS_BACK;
  return year < oldest ? 0 : Math.min(year - oldest, YEARS_BACK) + 1;
}

/** @param {Span} span @param {number} thisYear @returns {string} "2011 to 2015" */
export function spanInWords([from, to], thisYear) {
  const oldest = thisYear - YEARS_BACK;
  const year = (/** @type {number} */ place) => oldest + place - 1;
  if (from === UNKNOWN) return "Not known";
  if (to === 0) return `Before ${oldest}`;
  if (from === 0) return `Until ${year(to)}`;
  return from === to ? String(year(from)) : `${year(from)} to ${year(to)}`;
}
