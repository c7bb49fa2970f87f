/** Everything that can ever be shown, put side by side: does it tell a count under 5 exactly? */
import { ALL_FORCES } from "./cube.js";
import { Guess } from "./guess.js";
import { ALL_YEARS, BANDS, nameOf, ofBands, UNKNOWN_YEAR, YEARS } from "./spans.js";

/** @typedef {import("./cube.js").Cube} Cube */
/** @typedef {import("./spans.js").Span} Span */
/** @typedef {{force: boolean, bands: boolean, ranges: boolean}} Offer which filters there are */

/**
 * @param {Cube} whole of all reports
 * @param {Cube[]} parts of some each: by status they add up to the whole, by conduct they need not
 * @param {{addUp: boolean, forces: string[], offer: Offer}} how
 * @returns {number} counts that are told; 0 is the only good answer
 */
export function exactlyTold(whole, parts, { addUp, forces, offer }) {
  const guess = new Guess();
  const names = offer.force ? [ALL_FORCES, ...forces] : [ALL_FORCES];
  const filters = names.flatMap((force) => spans(offer).map((span) => /** @type {[string, Span]} */ ([force, span])));
  for (const [at, cube] of [whole, ...parts].entries()) {
    const name = (/** @type {string} */ force, /** @type {Span} */ span) => `${at}|${force}|${nameOf(span)}`;
    for (const [force, span] of filters) guess.see(name(force, span), cube.number(span, force));
    for (const force of names) addBands(guess, offer, (span) => name(force, span));
    if (offer.force) {
      for (const span of spans(offer)) guess.sum(name(ALL_FORCES, span), forces.map((force) => name(force, span)));
    }
    if (at === 0) addRows(guess, cube, name, { forces, offer });
  }
  if (addUp) {
    for (const [force, span] of filters) {
      guess.sum(`0|${force}|${nameOf(span)}`, parts.map((_, at) => `${at + 1}|${force}|${nameOf(span)}`));
    }
  }
  return guess.exact();
}

/** The tables by year and by force, of all reports. */
function addRows(guess, cube, name, { forces, offer }) {
  const see = (/** @type {string} */ force, /** @type {Span} */ span) => {
    guess.see(name(force, span), cube.number(span, force));
    return name(force, span);
  };
  if (!offer.force) guess.sum(name(ALL_FORCES, ALL_YEARS), forces.map((force) => see(force, ALL_YEARS)));
  const single = YEARS.filter((span) => !(offer.bands && nameOf(span) === nameOf(BANDS[0])));
  for (const span of single) see(ALL_FORCES, span);
  const year = (/** @type {number} */ place) => name(ALL_FORCES, YEARS[place]);
  const unknown = offer.bands ? name(ALL_FORCES, UNKNOWN_YEAR) : see(ALL_FORCES, UNKNOWN_YEAR);
  if (!offer.bands) guess.sum(name(ALL_FORCES, ALL_YEARS), [...YEARS.keys()].map(year).concat(unknown));
  for (const [from, to] of offer.bands ? BANDS.slice(1) : []) {
    guess.sum(name(ALL_FORCES, [from, to]), YEARS.map((_, at) => at).slice(from, to + 1).map(year));
  }
}

/** @param {Offer} offer @returns {Span[]} what a filter can ask for */
function spans({ bands, ranges }) {
  if (!bands) return [ALL_YEARS];
  const found = BANDS.flatMap((_, first) => BANDS.map((__, last) => /** @type {[number, number]} */ ([first, last])));
  const asked = found.filter(([first, last]) => (ranges ? first <= last : first === last));
  return [ALL_YEARS, UNKNOWN_YEAR, ...asked.map(([first, last]) => ofBands(first, last))];
}

/** Which spans add up to which. @param {Guess} guess @param {Offer} offer @param {(span: Span) => string} name */
function addBands(guess, { bands, ranges }, name) {
  if (!bands) return;
  guess.sum(name(ALL_YEARS), [...BANDS, UNKNOWN_YEAR].map(name));
  for (let first = 0; ranges && first < BANDS.length; first += 1) {
    for (let last = first + 1; last < BANDS.length; last += 1) {
      for (let cut = first; cut < last; cut += 1) {
        guess.sum(name(ofBands(first, last)), [name(ofBands(first, cut)), name(ofBands(cut + 1, last))]);
      }
    }
  }
  if (ranges) guess.sum(name(ALL_YEARS), [name(ofBands(0, BANDS.length - 1)), name(UNKNOWN_YEAR)]);
}
