/** The time limits on the page: a line for each, the most pressing first; the rest on opening it. */

import { element } from "./draw.js";
import { put } from "./forms.js";
import { limitEntries, TITLE } from "./limits.js";
import { today } from "./parts.js";

/** @typedef {import("./limits.js").Deadline} Deadline */

/** From this place on no day is to come: one line for all, since a passed one closes nothing. */
const CALM = "3";

/** @type {(deadlines: Deadline[]) => HTMLElement[]} */
export function limitsCard(deadlines) {
  if (!deadlines.length) return [];
  const card = element("section", { id: "section-limits", class: "card limits", "aria-labelledby": "title-limits" });
  const [title, caution] = TITLE.split(": ");
  const heading = put(card, "h2", { id: "title-limits" }, title);
  put(heading, "span", { class: "soft small" }, ` ${caution}`);
  const all = limitEntries(deadlines);
  // What says that nothing could be counted has no rule of its own and comes first.
  const entries = all.slice(all.length - deadlines.length);
  for (const { words } of all.slice(0, -deadlines.length)) put(card, "p", { class: "soft" }, words.join(" "));
  const lines = deadlines.map((one, at) => ({ words: entries[at].words, name: one.name || one.rule, ...short(one), one }));
  lines.sort((a, b) => a.order.localeCompare(b.order));
  const calm = lines.filter((line) => line.order >= CALM);
  card.append(...lines.filter((line) => line.order < CALM).map(limit));
  if (calm.length) {
    const rest = put(card, "details", { class: "rest" });
    put(rest, "summary", {}, `${calm.length} whose period has passed, or without a day to count from: check each`);
    rest.append(...calm.map(limit));
  }
  return [card];
}

/** @type {(line: {words: string[], name: string, said: string, look: string, one: Deadline}) => HTMLElement} */
function limit({ words, name, said, look, one }) {
  const details = element("details");
  const summary = put(details, "summary");
  put(summary, "span", { class: "name" }, name);
  put(summary, "span", { class: `mark ${look}` }, said);
  put(details, "p", { class: "soft small" }, `Rule ${one.rule}`);
  for (const sentence of words) put(details, "p", {}, sentence);
  return details;
}

/** A day from which on there is time: only nearer ones are coloured. */
const soon = () => new Date(Date.now() + 28 * 86_400_000).toISOString().slice(0, 10);

/** What a line says, and where it stands among the others. @type {(one: Deadline) => {said: string, look: string, order: string}} */
function short(one) {
  const state = one.state ?? "none";
  if (state === "running") return { said: "may be ending: ask the day", look: "now", order: "0" };
  if (state === "depends") return { said: "ask the date of birth", look: "soon", order: "2" };
  if (state === "none") return { said: one.rule.startsWith("E") ? "no day: read it" : "no time limit: check", look: "calm", order: "4" };
  if (one.alert) {
    const over = one.alert < today();
    const look = over ? "now" : one.alert < soon() ? "soon" : "calm";
    return { said: `${over ? "was to act by" : "act by"} ${one.alert}`, look, order: `1 ${one.alert}` };
  }
  if (one.primary_period_passed) return { said: "period passed: check", look: "calm", order: "3" };
  return { said: "open: check", look: "calm", order: "2" };
}
