/** No number that can be shown, and no two of them, tells a count under 5 (THREATS.md O6). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Cube } from "../../../console/browser/src/patterns/cube.js";
import { factsOf } from "../../../console/browser/src/patterns/facts.js";
import { Guess } from "../../../console/browser/src/patterns/guess.js";
import { HIDDEN, meaning, shown } from "../../../console/browser/src/patterns/rounding.js";
import { sentence } from "../../../console/browser/src/patterns/sentence.js";
import { BANDS } from "../../../console/browser/src/patterns/spans.js";
import { Statistics } from "../../../console/browser/src/patterns/statistics.js";
import { chances } from "./invented.mjs";

const keyed = (list) => Object.fromEntries(list.map((one) => [one, one.toUpperCase()]));
const FORCES = ["ew-a", "ew-b", "ew-c", "ew-d"];
const CONDUCT = [..."abcdefghijkl"];
const STATUSES = ["new", "opened", "contacting", "in_contact", "referred", "taken_on", "closed"];
const TERMS = { thisYear: 2026, forces: keyed(FORCES), conduct: keyed(CONDUCT), statuses: keyed(STATUSES) };

function invented(count, seed) {
  const chance = chances(seed);
  const one = (list, lean = 1) => list[Math.floor(chance() ** lean * list.length)];
  return Array.from({ length: count }, () => ({
    id: Array.from({ length: 32 }, () => Math.floor(chance() * 16).toString(16)).join(""),
    year: chance() < 0.1 ? null : 2026 - Math.floor(chance() ** 2 * 25),
    force: one([...FORCES, ""], 2),
    conduct: CONDUCT.filter(() => chance() < 0.2),
    status: one(STATUSES, 2),
    agreed: chance() < 0.9,
  }));
}

/** Every filter that the page offers. */
function filters(statistics) {
  const { forces, bands, ranges } = statistics.choices();
  const years = [{}];
  for (let first = 0; first < bands.length; first += 1) {
    for (let last = first; last < (ranges ? bands.length : first + 1); last += 1) years.push({ first, last });
  }
  return ["", ...forces.map(([key]) => key)].flatMap((force) => years.map((span) => ({ ...span, force })));
}

const numbers = (figures) =>
  [figures.total, ...["years", "forces", "conduct", "statuses"].flatMap((table) => figures[table].map((row) => row.number))];

test("every number that any filter shows is a multiple of 5, or hidden", () => {
  for (const count of [0, 3, 8, 25, 40, 200]) {
    const statistics = new Statistics(invented(count, count), TERMS);
    for (const filter of filters(statistics)) {
      for (const number of numbers(statistics.figures(filter))) assert.ok(number === HIDDEN || (number >= 5 && number % 5 === 0));
    }
  }
});

test("over all pairs of filters, no difference gives a count under 5", () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const statistics = new Statistics(invented(20 + seed * 12, seed), TERMS);
    const every = filters(statistics).map((filter) => statistics.figures(filter));
    const columns = every.map(numbers).map((all, at) => [all[0], ...tables(every[at])]);
    for (const one of columns) {
      for (const other of columns) {
        for (let at = 0; at < one.length; at += 1) {
          if (one[at] === undefined || other[at] === undefined) continue;
          const [least, most] = difference(one[at], other[at]);
          assert.ok(most - least > 0, "a difference is exact");
        }
      }
    }
  }
});

const tables = (figures) => [...figures.conduct, ...figures.statuses].map((row) => row.number);
/** What a difference of two shown numbers can be at the least and at the most. */
function difference(one, other) {
  const [a, b] = [meaning(one), meaning(other)];
  return [a[0] - b[1], a[1] - b[0]];
}

test("all that all filters show, taken together, tells no count under 5 exactly", () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const statistics = new Statistics(invented([6, 12, 25, 40, 70, 150][seed % 6], seed), TERMS);
    assert.equal(statistics.told(), 0);
    assert.ok(statistics.choices().bands.length > 0, "the filters are still on offer");
  }
});

test("the guesser finds a count that is told, so that finding none says something", () => {
  const whole = new Guess();
  for (const part of ["a", "b", "c", "d"]) whole.see(part, HIDDEN);
  whole.see("all", 20);
  whole.sum("all", ["a", "b", "c", "d"]);
  assert.equal(whole.exact(), 4, "20 can be 16 at the least: four hidden counts are then 4 each");
  const loose = new Guess();
  for (const part of ["a", "b"]) loose.see(part, HIDDEN);
  loose.see("all", 5);
  loose.sum("all", ["a", "b"]);
  assert.equal(loose.exact(), 0);
});

test("what is guessed is never narrower than the truth", () => {
  for (const count of [5, 6, 9, 12, 33]) {
    for (let key = 0; key < 200; key += 1) {
      const [least, most] = meaning(shown(count, key * 7919));
      assert.ok(least <= count && count <= most);
    }
  }
  for (const count of [0, 1, 4]) assert.equal(shown(count, count), HIDDEN);
});

test("the same reports give the same number, however they are asked for", () => {
  const counted = invented(60, 5).map((one) => ({ ...one, place: 3, force: "ew-a" }));
  const cube = new Cube(counted, 0);
  assert.equal(cube.number([3, 3], "ew-a"), cube.number([0, 17]));
});

test("a force that fewer than 5 named is not named", () => {
  const few = invented(40, 9).map((one, at) => ({ ...one, agreed: true, force: at < 4 ? "ew-d" : "ew-a" }));
  const statistics = new Statistics(few, TERMS);
  assert.deepEqual(statistics.choices().forces.map(([key]) => key), ["ew-a"]);
  assert.ok(!JSON.stringify(statistics.figures({ force: "ew-d" })).includes("EW-D"));
});

test("only reports whose reporters agreed are counted, and a later no takes a yes back", () => {
  const consents = (...given) => given.map((one) => ({ purpose: "share_anonymised_pattern", given: one }));
  const first = { blocks: [], dates: { when_first: { earliest: "2015-06-01" } }, consents: [] };
  const agreed = (...more) => factsOf("a", [first, ...more.map((one) => ({ consents: one }))], "new").agreed;
  assert.equal(agreed(), false);
  assert.equal(agreed(consents(true)), true);
  assert.equal(agreed(consents(true), consents(false)), false);
  const nobody = new Statistics(invented(50, 3).map((one) => ({ ...one, agreed: false })), TERMS);
  assert.ok(numbers(nobody.figures()).every((number) => number === HIDDEN));
});

test("the year is the earliest that it can have been; unknown stays apart", () => {
  const year = (when) => factsOf("a", [{ dates: { when_first: when } }], "new").year;
  assert.equal(year({ earliest: "2014-01-01", latest: "2016-12-31" }), 2014);
  assert.equal(year("2011-22"), 2011);
  assert.equal(year("201X"), null);
  assert.equal(year({ earliest: null }), null);
  assert.equal(year(undefined), null);
});

test("the sentence says who is counted, how it is rounded, and that nothing is found", () => {
  const figures = new Statistics(invented(120, 4), TERMS).figures({ first: 1, last: BANDS.length - 1, force: "ew-a" });
  const words = sentence(figures, { years: "in 2011 to 2026", force: "EW-A", received: ["May 2026", "June 2026"] });
  for (const part of ["agreed to be counted", "not a sample, and not findings", "multiple of 5", "between May 2026 and June 2026", "name EW-A", "in 2011 to 2026"]) {
    assert.ok(words.includes(part), part);
  }
  assert.ok(sentence({ total: 0, conduct: [] }, { years: "", force: "", received: null }).includes("fewer than 5"));
});
