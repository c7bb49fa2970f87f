/**
 * Every number that the pattern page may show, for all filters, fixed before the first is shown: so
 * that no two of them, side by side, tell a count under 5 (docs/staff/patterns.md).
 */
import { ALL_FORCES, Cube } from "./cube.js";
import { exactlyTold } from "./guessing.js";
import { LEAST } from "./rounding.js";
import {
  ALL_YEARS, BANDS, ofBands, placeOf, spanInWords, UNKNOWN, UNKNOWN_YEAR, YEARS,
} from "./spans.js";

/** The filters on offer: fewer where more would give a small count away. */
const OFFERS = Object.freeze([
  { force: true, bands: true, ranges: true },
  { force: true, bands: true, ranges: false },
  { force: false, bands: false, ranges: false },
]);
/** A draw that gives a small count away is drawn anew; the first nearly always does. */
const MOST_DRAWS = 20;
const OTHER = "other";
const OTHERS = "Another force, several, or none named";

/**
 * @typedef {import("./facts.js").Facts} Facts
 * @typedef {Record<string, string>} Names key -> plain words
 * @typedef {{thisYear: number, forces: Names, conduct: Names, statuses: Names}} Terms
 * @typedef {{first?: number, last?: number, force?: string}} Filter the first and the last band
 * @typedef {{name: string, number: number}} Row `number` as rounding.js shows it
 * @typedef {{total: number, years: Row[], forces: Row[], conduct: Row[], statuses: Row[]}} Figures
 */

export class Statistics {
  /** @param {Facts[]} facts of every report that was opened @param {Terms} terms */
  constructor(facts, terms) {
    this.terms = terms;
    const agreed = facts.filter((one) => one.agreed);
    const enough = (/** @type {string} */ key) => agreed.filter((one) => one.force === key).length >= LEAST;
    /** The forces that are named: of a smaller one, not even that somebody named it is told. */
    this.named = Object.keys(terms.forces).filter(enough);
    this.forces = [...this.named, OTHER];
    const counted = agreed.map((one) => ({
      ...one,
      place: one.year === null ? UNKNOWN : placeOf(one.year, terms.thisYear),
      force: this.named.includes(one.force) ? one.force : OTHER,
    }));
    this.offer = this.#fixed(counted);
  }

  /** Draw until nothing is told. @param {any[]} counted */
  #fixed(counted) {
    for (const offer of OFFERS) {
      for (let salt = 0; salt < MOST_DRAWS; salt += 1) {
        this.#draw(counted, salt);
        if (this.told(offer) === 0) return offer;
      }
    }
    this.#draw([], 0);
    return OFFERS[OFFERS.length - 1];
  }

  #draw(counted, salt) {
    const some = (/** @type {(one: any) => boolean} */ wanted) => new Cube(counted.filter(wanted), salt);
    const each = (/** @type {Names} */ names, /** @type {(one: any, key: string) => boolean} */ fits) =>
      new Map(Object.keys(names).map((key) => [key, some((one) => fits(one, key))]));
    this.all = some(() => true);
    this.statuses = each(this.terms.statuses, (one, key) => one.status === key);
    this.conduct = each(this.terms.conduct, (one, key) => one.conduct.includes(key));
  }

  /** How many counts under 5 could be worked out from all that can be shown. */
  told(offer = this.offer) {
    const how = { forces: this.forces, offer };
    return (
      exactlyTold(this.all, [...this.statuses.values()], { ...how, addUp: true }) +
      exactlyTold(this.all, [...this.conduct.values()], { ...how, addUp: false })
    );
  }

  /** What a filter may ask for. @returns {{forces: [string, string][], bands: string[], ranges: boolean}} */
  choices() {
    const { force, bands, ranges } = this.offer;
    return {
      forces: force ? this.named.map((key) => [key, this.terms.forces[key]]) : [],
      bands: bands ? BANDS.map((span) => spanInWords(span, this.terms.thisYear)) : [],
      ranges,
    };
  }

  /** @param {Filter} filter one of `choices` @returns {Figures} */
  figures({ first, last, force = ALL_FORCES } = {}) {
    const every = first === undefined || last === undefined || !this.offer.bands;
    const end = this.offer.ranges ? Math.max(first ?? 0, last ?? 0) : first ?? 0;
    const span = every ? ALL_YEARS : ofBands(first, end);
    const its = this.offer.force && this.named.includes(force) ? force : ALL_FORCES;
    const rows = (/** @type {Map<string, Cube>} */ cubes, /** @type {Names} */ names) =>
      [...cubes].map(([key, cube]) => ({ name: names[key], number: cube.number(span, its) }));
    return {
      total: this.all.number(span, its),
      years: this.#years(span, its),
      forces: this.forces
        .filter((key) => !its || key === its)
        .map((key) => ({ name: this.terms.forces[key] ?? OTHERS, number: this.all.number(span, key) })),
      conduct: rows(this.conduct, this.terms.conduct),
      statuses: rows(this.statuses, this.terms.statuses),
    };
  }

  /** Year by year for all forces together, in bands for one. @returns {Row[]} */
  #years(span, force) {
    const rows = [...(force ? BANDS : YEARS), UNKNOWN_YEAR];
    return rows
      .filter(([from, to]) => from >= span[0] && to <= span[1])
      .map((one) => ({ name: spanInWords(one, this.terms.thisYear), number: this.all.number(one, force) }));
  }
}

