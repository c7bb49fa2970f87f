/** Counts by year and force: each number is the same whichever way it is asked for. */
import { keyOf, shown } from "./rounding.js";
import { UNKNOWN } from "./spans.js";

/** The force that stands for all together. */
export const ALL_FORCES = "";

export class Cube {
  #rows = new Map();

  /**
   * @param {{id: string, place: number, force: string}[]} counted `place` on the line of years
   * @param {number} salt another draw of which number goes up and which down
   */
  constructor(counted, salt) {
    for (const { id, place, force } of counted) {
      const key = keyOf(id, salt);
      for (const name of [ALL_FORCES, force]) {
        const cell = this.#row(name)[place];
        cell.count += 1;
        cell.key = (cell.key + key) >>> 0;
      }
    }
  }

  /** @param {import("./spans.js").Span} span @param {string} [force] @returns {number} as `shown` */
  number([from, to], force = ALL_FORCES) {
    const cells = this.#row(force).slice(from, to + 1);
    const sum = (/** @type {"count" | "key"} */ of) => cells.reduce((all, cell) => (all + cell[of]) >>> 0, 0);
    return shown(sum("count"), sum("key"));
  }

  #row(force) {
    if (!this.#rows.has(force)) {
      this.#rows.set(force, Array.from({ length: UNKNOWN + 1 }, () => ({ count: 0, key: 0 })));
    }
    return this.#rows.get(force);
  }
}
