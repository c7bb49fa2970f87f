/** What stays in view beside the account: how to make contact. */

import { contactEntries } from "./contact.js";
import { element, entryList } from "./draw.js";
import { named } from "./entries.js";
import { put } from "./forms.js";

/** @typedef {import("./context.js").Context} Context */
/** @typedef {import("./summary.js").Summary} Summary */

const CAUTIOUS = "Whoever answers may be somebody else. Say nothing of this report until you know who it is.";

/** @type {(context: Context) => HTMLElement[]} */
export const aside = ({ summary }) => (summary ? [contactCard(summary)] : []);

/** @param {Summary} summary */
function contactCard(summary) {
  const card = element("section", { class: "card contact-card", "aria-labelledby": "title-contact" });
  put(card, "h2", { id: "title-contact" }, "Making contact safely");
  card.append(entryList(contactEntries(summary), "brief"));
  put(card, "p", { class: "soft small" }, CAUTIOUS);
  return card;
}

/**
 * The way in one line, for a narrow screen: it stays on top while the account is read, and leads to
 * the whole card. What has to be known before anyone rings is longer than a line: the link says so.
 * @type {(summary: Summary) => HTMLElement}
 */
export function contactLine(summary) {
  const line = element("a", { class: "contact-line", href: "#title-contact" });
  const shown = contactEntries(summary).filter((one) => ["Way", "Number or address", "Name to use"].includes(one.name));
  const words = put(line, "span");
  put(words, "span", { class: "hidden-words" }, "Contact: ");
  for (const [at, one] of shown.entries()) {
    words.append(at ? ", " : "");
    put(words, "bdi", { class: "number" }, one.words.join(", ") || named("none"));
  }
  put(line, "span", { class: "how" }, "First read how");
  return line;
}
