/** What a conflict card says of the officer, made comparable. A report and its additions are one. */
import { LOOK_FILLERS, PLACE_FILLERS, VEHICLE_FILLERS } from "./lists.js";
import { readOfficer } from "./names.js";
import { plain, words } from "./words.js";

/**
 * @typedef {object} Officer
 * @property {import("./names.js").Name[]} names
 * @property {Set<string>} numbers
 * @property {Set<string>} stations their telling words: "marlowe"
 * @property {Set<string>} plates registrations, or how one begins: "QX19ZZA", "QX19"
 * @property {Set<string>} vehicle
 * @property {Set<string>} look
 * @property {Set<string>} bodies keys of police bodies
 */

const PLATE = /(?<![\p{L}\p{N}])(?:[A-Z]{2}\d{2}(?:\s?[A-Z]{3})?|[A-Z]\d{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?\d{1,3}[A-Z]?)(?![\p{L}\p{N}])/giu;

/** Read the cards of one report and of what was added to it. @param {any[]} cards @returns {Officer} */
export function readCards(cards) {
  const texts = (step) => cards.flatMap((card) => (typed(card, step) ? [typed(card, step)] : []));
  const told = texts("officer").map(readOfficer);
  const vehicles = texts("officer_vehicle").map(plain);
  const plates = vehicles.flatMap((text) => text.match(PLATE) ?? []);
  const stations = [...told.flatMap((one) => one.places), ...texts("officer_station").map(firstPart)];
  return {
    names: told.flatMap((one) => one.names),
    numbers: new Set(told.flatMap((one) => one.numbers)),
    stations: telling(stations, PLACE_FILLERS),
    plates: new Set(plates.map((one) => one.toUpperCase().replace(/\s/g, ""))),
    vehicle: telling(vehicles.map((text) => text.replace(PLATE, " ")), VEHICLE_FILLERS),
    look: telling(texts("officer_look"), LOOK_FILLERS),
    bodies: new Set(cards.flatMap((card) => chosen(card, "body"))),
  };
}

/** @param {any} card @param {string} step @returns {string} */
function typed(card, step) {
  const text = card?.[step]?.text;
  return typeof text === "string" ? text : "";
}

/** @param {any} card @param {string} step @returns {string[]} police bodies, "several" and the like left out */
function chosen(card, step) {
  const values = card?.[step]?.values;
  return Array.isArray(values) ? values.filter((one) => typeof one === "string" && one.includes("-")) : [];
}

/** The place itself: what follows a comma is a team or a floor. @param {string} text */
const firstPart = (text) => text.split(/[,;(\n]/u)[0];

/** @param {string[]} texts @param {Set<string>} fillers @returns {Set<string>} */
function telling(texts, fillers) {
  const all = texts.flatMap(words).filter((one) => one.length > 1 && !/^\d+$/.test(one));
  return new Set(all.filter((one) => !fillers.has(one)));
}
