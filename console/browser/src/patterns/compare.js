/** Two reports side by side: may they be about the same officer, and why. Never: they are. */
import { alikeNames } from "./likeness.js";
import { shared } from "./words.js";

/** @typedef {import("./card.js").Officer} Officer */
/**
 * @typedef {object} Likeness
 * @property {"high" | "medium" | "low"} strength
 * @property {string[]} reasons
 * @property {string[]} cautions what speaks against it
 */

const HIGH = 5;
const MEDIUM = 3;
const LOW = 2;
const DIGITS_THAT_TELL = 3;
/** What speaks against a link weighs too: names that are nothing alike, another force. */
const OTHER_NAME = -2;
const OTHER_FORCE = -2;

/** @param {Officer} one @param {Officer} other @returns {Likeness | null} */
export function compare(one, other) {
  const found = [names, numbers, places, vehicles, looks].map((look) => look(one, other));
  let points = found.reduce((sum, each) => sum + each.points, 0);
  const cautions = found.map((each) => each.caution ?? "").filter(Boolean);
  if (points < LOW) return null;
  if (one.bodies.size && other.bodies.size && !shared(one.bodies, other.bodies).length) {
    points += OTHER_FORCE;
    cautions.push("different forces are named");
  }
  if (points < LOW) return null;
  const reasons = found.map((each) => each.reason).filter(Boolean);
  return { strength: strengthOf(points), reasons, cautions };
}

/** @param {number} points @returns {"high" | "medium" | "low"} */
const strengthOf = (points) => (points >= HIGH ? "high" : points >= MEDIUM ? "medium" : "low");

/** @typedef {{points: number, reason: string, caution?: string}} Found */
const NOTHING = Object.freeze({ points: 0, reason: "" });

/** The most alike of all their names. @param {Officer} one @param {Officer} other @returns {Found} */
function names(one, other) {
  const pairs = one.names.flatMap((name) => other.names.map((its) => alikeNames(name, its)));
  const best = pairs.sort((a, b) => b.points - a.points)[0] ?? NOTHING;
  if (best.points > 0 || ![one, other].every(hasSurname)) return best;
  return { points: OTHER_NAME, reason: "", caution: `other names are given: ${shownNames(one)} / ${shownNames(other)}` };
}

/** @param {Officer} one */
const hasSurname = (one) => one.names.some((name) => name.surname.length > 1);
/** @param {Officer} one */
const shownNames = (one) => one.names.map((name) => name.shown).join(", ");

/** @param {Officer} one @param {Officer} other @returns {Found} */
function numbers(one, other) {
  const same = shared(one.numbers, other.numbers);
  if (!same.length) return NOTHING;
  const long = same.some((number) => number.length >= DIGITS_THAT_TELL);
  return { points: long ? 4 : 2, reason: `same number ${same.join(", ")}` };
}

/** @param {Officer} one @param {Officer} other @returns {Found} */
function places(one, other) {
  const same = shared(one.stations, other.stations);
  return same.length ? { points: 1, reason: `same station: ${same.map(capital).join(" ")}` } : NOTHING;
}

/** @param {Officer} one @param {Officer} other @returns {Found} */
function vehicles(one, other) {
  const whole = shared(one.plates, other.plates).filter((plate) => plate.length > 4);
  if (whole.length) return { points: 4, reason: `same registration ${whole.join(", ")}` };
  const begins = [...one.plates].flatMap((plate) =>
    [...other.plates]
      .filter((its) => plate.startsWith(its) || its.startsWith(plate))
      .map((its) => (its.length < plate.length ? its : plate)));
  const like = shared(one.vehicle, other.vehicle);
  const points = (begins.length ? 1 : 0) + (like.length > 1 || (like.length && begins.length) ? 1 : 0);
  if (!points) return NOTHING;
  const parts = [...(begins.length ? [`registration begins alike (${begins[0]})`] : []),
    ...(like.length ? [`like car: ${like.join(", ")}`] : [])];
  return { points, reason: parts.join(", ") };
}

/** @param {Officer} one @param {Officer} other @returns {Found} */
function looks(one, other) {
  const like = shared(one.look, other.look);
  if (like.length < 2) return NOTHING;
  return { points: like.length > 2 ? 2 : 1, reason: `like description: ${like.join(", ")}` };
}

/** @param {string} word */
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
