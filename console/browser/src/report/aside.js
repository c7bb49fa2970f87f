/** What stays in view beside the account: how to make contact, the time limits. */

import { contactEntries } from "./contact.js";
import { element, entryList } from "./draw.js";
import { put } from "./forms.js";
import { limitEntries, TITLE } from "./limits.js";

/** @typedef {import("./context.js").Context} Context */

const CAUTIOUS = "Whoever answers may be somebody else. Say nothing of this report until you know who it is.";

/** @type {(context: Context) => HTMLElement[]} */
export function aside(context) {
  const { summary } = context;
  if (!summary) return [];
  return [contactCard(summary), ...limits(summary)];
}

/** @param {import("./summary.js").Summary} summary */
function contactCard(summary) {
  const card = element("section", { class: "card contact-card", "data-words": "", "aria-labelledby": "title-contact" });
  put(card, "h2", { id: "title-contact" }, "Making contact safely");
  card.append(entryList(contactEntries(summary)));
  put(card, "p", { class: "soft small" }, CAUTIOUS);
  return card;
}

/** @type {(summary: import("./summary.js").Summary) => HTMLElement[]} */
function limits({ deadlines }) {
  if (!deadlines.length) return [];
  const card = element("section", { class: "card", "data-words": "", "aria-labelledby": "title-limits" });
  put(card, "h2", { id: "title-limits" }, TITLE);
  card.append(entryList(limitEntries(deadlines)));
  return [card];
}

/** The same in one line, for a narrow screen: it stays on top while the account is read. @type {(summary: import("./summary.js").Summary) => HTMLElement} */
export function contactLine(summary) {
  const line = element("p", { class: "contact-line", role: "group", "aria-label": "Contact", tabindex: "0" });
  put(line, "strong", {}, "Contact: ");
  const entries = contactEntries(summary).filter((one) => one.name !== "May ask about skipped questions");
  for (const [at, { name, words }] of entries.entries()) {
    // A bare "No" would say nothing; a number and a way say enough. Each in its own direction.
    const plain = ["Way", "Number or address"].includes(name);
    line.append(at ? " · " : "", plain ? "" : `${name}: `);
    put(line, "bdi", {}, words.join(", "));
  }
  return line;
}
