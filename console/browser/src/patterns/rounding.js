/**
 * The only way in which a count leaves the worker: under 5 it is hidden, else it is rounded up or
 * down to a multiple of 5.
 *
 * Up or down is drawn, the likelier the nearer, from the ids of the very reports that are counted:
 * the same reports always give the same number, and nobody outside can tell which way it went. (Plain
 * rounding gives small counts away by differences; this way of drawing is what statistical offices
 * call random rounding, with a key for each cell.)
 */

export const LEAST = 5;
const BASE = 5;

/** What is shown of a hidden count. */
export const HIDDEN = 0;

/**
 * @param {number} count
 * @param {number} key of these reports, see `keyOf`
 * @returns {number} HIDDEN or a multiple of 5
 */
export function shown(count, key) {
  if (count < LEAST) return HIDDEN;
  const down = count - (count % BASE);
  return mixed(key) / 2 ** 32 < (count % BASE) / BASE ? down + BASE : down;
}

/**
 * What somebody who sees a number can know of the count behind it.
 * @param {number} number as `shown` gives it
 * @returns {[number, number]} at least, at most
 */
export function meaning(number) {
  if (number === HIDDEN) return [0, LEAST - 1];
  return [Math.max(LEAST, number - BASE + 1), number + BASE - 1];
}

/** @param {string} id @param {number} salt @returns {number} 32 bits; keys of a set are added up */
export function keyOf(id, salt) {
  let key = 0x811c9dc5 ^ salt;
  for (let at = 0; at < id.length; at += 1) key = Math.imul(key ^ id.charCodeAt(at), 0x01000193);
  return mixed(key >>> 0);
}

/** @param {number} key @returns {number} 32 bits, well mixed (the end of MurmurHash3) */
function mixed(key) {
  let bits = key >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** @param {number} number as `shown` gives it @returns {string} */
export const inWords = (number) => (number === HIDDEN ? `fewer than ${LEAST}` : `about ${number}`);
