/** The check for a conflict of interest: it comes before anybody reads the account. */

import { fromBase64 } from "../base/bytes.js";
import { cardEntries } from "./card.js";
import { element, entryList } from "./draw.js";
import { actButton, choice, choose, field, actForm, put } from "./forms.js";
import { alarm } from "./integrity.js";
import { checkers } from "./start.js";

/** @typedef {import("./context.js").Context} Context */

const FIRST = "A conflict checker looks first.";
const COMPARE = "Compare them with your firm's clients, matters and people. Where no name is given, compare the police body. If you cannot tell, record nothing: ask a colleague who checks, or come back. Nobody reads the report meanwhile.";
const FOUND = "A conflict of interest was found. This report stays closed to this team.";
const NOBODY_CHECKS = "No conflict checker reads this queue. A supervisor who reads it can hand the closed card to one.";
const NO_CARD = "This report has no conflict card: the person named no officer and no police body here.";
const NOT_OURS = "There is a conflict card. It opens only to a conflict checker's key: unlock that one too.";

/** The card's entries for whoever checks. @type {(context: Context, purpose: "conflict" | "officer") => Promise<HTMLElement>} */
export async function openCard(context, purpose) {
  const given = await context.envelope(purpose);
  const [card, there] = given.part === "conflict"
    ? [await context.client.openCard(given.stored.envelope), true]
    : await cardInside(context, given.stored);
  // What the check showed goes into no copy: after it the officer's details take two people.
  if (purpose === "officer") context.card = card;
  if (card) return entryList(cardEntries(card));
  return element("p", { class: "notice" }, there ? NOT_OURS : NO_CARD);
}

/** The rest of what was opened is dropped here, unread. @type {(context: Context, stored: any) => Promise<[any, boolean]>} */
async function cardInside(context, stored) {
  const { conflict, hasConflictCard, integrity } = await context.client.open(stored);
  const differences = integrity.altered_columns;
  if (differences.length) alarm("Do not rely on this report yet", differences.join(" "));
  return [conflict, hasConflictCard];
}

/** @type {(context: Context) => HTMLElement} */
export function checkCard(context) {
  const card = element("section", { class: "card", "aria-labelledby": "title-conflict" });
  put(card, "h2", { id: "title-conflict" }, "Conflict check");
  const { standing, me } = context.now;
  if (standing.conflict === "conflict") {
    put(card, "p", { class: "warning" }, FOUND);
  } else if (!me.checks) {
    const names = checkers(context.now.colleagues);
    put(card, "p", { class: "notice" }, names ? `${FIRST} Who can: ${names}.` : FIRST);
    if (me.passes_on && me.may.includes("reseal")) card.append(passingOn(context));
    else if (me.passes_on) put(card, "p", {}, NOBODY_CHECKS);
  }
  if (me.checks) card.append(...checking(context));
  return card;
}

/** @type {(context: Context) => HTMLElement[]} */
function checking(context) {
  const place = element("div");
  const findings = element("div", { class: "actions" });
  const find = (/** @type {string} */ finding) => () => context.act("finding", { finding });
  findings.append(
    actButton(context, "No conflict", find("clear"), { look: "primary", done: "No conflict is recorded." }),
    actButton(context, "Conflict", find("conflict"), { look: "danger", done: "A conflict is recorded." }),
  );
  if (context.now.standing.conflict !== "unchecked") return [findings];
  findings.hidden = true;
  const open = actButton(context, "Open the conflict card", async () => {
    place.replaceChildren(await openCard(context, "conflict"));
    open.hidden = true;
    findings.hidden = false;
  }, { look: "primary", done: "The conflict card is open." });
  const why = element("p", { class: "soft" }, "Only the police body, the officer's details and the name to use.");
  const how = element("p", { class: "notice" }, COMPARE);
  return [why, open, place, how, findings];
}

/** Where no checker reads this queue, a reader hands the closed card on. @type {(context: Context) => HTMLElement} */
function passingOn(context) {
  const to = choice("key", []);
  const offer = () =>
    choose(to, context.now.colleagues.filter((one) => one.conflict_key).map((one) => [one.conflict_key, one.name]));
  context.listeners.push(offer);
  offer();
  return actForm(context, {
    title: "Hand the closed card to a checker",
    button: "Hand it on",
    fields: [field("Checker", to)],
    act: async (given) => {
      const { stored } = await context.envelope("passing_on");
      const { summary } = await context.client.open(stored);
      if (!summary.conflict_card) throw new Error(NO_CARD);
      fromBase64(summary.conflict_card);
      await context.post("reseal", { part: "conflict", key: given.get("key"), sealed: summary.conflict_card });
    },
    done: "The checker can open the card now.",
  });
}
