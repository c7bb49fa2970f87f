/**
 * Patterns over many reports: opened here, compared and counted here. Only likeness with its reason,
 * and numbers as patterns/rounding.js shows them, go out to the page.
 */
import { readCards } from "../patterns/card.js";
import { factsOf } from "../patterns/facts.js";
import { addsTo, families } from "../patterns/families.js";
import { groups, links, pair } from "../patterns/linking.js";
import { Statistics } from "../patterns/statistics.js";
import { asFault } from "../base/fault.js";
import { openCard, openPlain, readSummary } from "./envelope.js";

const AT_ONCE = 10;

/** Opened reports by id. @type {import("../patterns/families.js").Kept} */
const kept = new Map();
/** @type {Statistics | null} */
let statistics = null;

/**
 * Open some more. Without `officers` no conflict card is opened.
 * @param {{reports: any[], officers: boolean}} given
 * @param {any} course
 * @returns {Promise<{id: string, sentence: string}[]>} those that did not open
 */
export async function addToPatterns({ reports, officers }, { keys, pause }) {
  const faults = [];
  statistics = null;
  for (let from = 0; from < reports.length; from += AT_ONCE) {
    await pause();
    for (const one of reports.slice(from, from + AT_ONCE)) {
      try {
        kept.set(one.id, await opened(one, officers, keys));
      } catch (error) {
        faults.push({ id: one.id, sentence: asFault(error).message });
      }
    }
  }
  return faults;
}

async function opened({ status, addsTo: filed, ...stored }, officers, keys) {
  const summary = readSummary(await openPlain(stored, keys), stored.triage);
  const card = officers ? await openCard(summary.conflict_card, keys) : null;
  return { summary, card, status, said: summary.adds_to || "", filed };
}

/** Hold no report any more. */
export function forgetPatterns() {
  kept.clear();
  statistics = null;
}

/**
 * What may be the same officer. Pairs of `notSame` are left out, and counted.
 * @param {{notSame: [string, string][]}} given
 * @param {any} course
 */
export async function findLikeness({ notSame }, course) {
  const told = families(kept).map(({ id, all }) => ({ id, officer: readCards(all.map((one) => one.card ?? {})) }));
  const found = await links(told, course);
  const said = new Set(notSame.map(([one, other]) => JSON.stringify(pair(one, other))));
  const isSaid = ({ first, second }) => said.has(JSON.stringify({ first, second }));
  const setAside = found.filter(isSaid).map(({ first, second }) => ({ first, second }));
  return { groups: groups(found.filter((one) => !isSaid(one))), setAside, compared: told.length };
}

/** @param {{filter: import("../patterns/statistics.js").Filter, terms: any}} given */
export function countPatterns({ filter, terms }) {
  const facts = families(kept)
    .filter(({ id }) => !addsTo(kept, id))
    .map(({ id, all }) => factsOf(id, all.map((one) => one.summary), all[0].status));
  statistics ??= new Statistics(facts, terms);
  const days = facts.filter((one) => one.agreed).map((one) => kept.get(one.id)?.summary.triage?.received ?? "");
  const received = days.filter(Boolean).sort();
  return {
    figures: statistics.figures(filter),
    choices: statistics.choices(),
    received: received.length >= 5 ? [received[0], received[received.length - 1]] : null,
  };
}
