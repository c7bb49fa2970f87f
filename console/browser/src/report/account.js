/** The account, in the order in which a lawyer reads it; what is hard to read behind a further tap. */

import { behindATap, element, sectionOf } from "./draw.js";
import { actButton, put } from "./forms.js";
import { compare, integrityBox } from "./integrity.js";
import { consentEntries, routeEntries, sections } from "./sections.js";
import { translationPlace } from "./translations.js";

/** @typedef {import("./context.js").Context} Context */

const ASK = "Show this part: it may describe violence";

/** What comes before the report: a person decides when to read. @type {(context: Context, show: () => Promise<void>) => HTMLElement} */
export function contentNotice(context, show) {
  const card = element("section", { class: "card", "aria-labelledby": "notice-title" });
  put(card, "h2", { id: "notice-title" }, "Before you read");
  put(card, "p", {}, context.contentNotice);
  card.append(actButton(context, "Show the report", show, { look: "primary", done: "The report is shown." }));
  return card;
}

/** @type {(context: Context, resealedBy: string) => HTMLElement[]} */
export function account(context, resealedBy) {
  const { summary } = context;
  if (!summary) return [];
  compare(context);
  const parts = sections(summary).map((one) => {
    const drawn = one.graphic
      ? behindATap(one.id, one.title, one.entries, ASK)
      : sectionOf(one.id, one.title, one.entries);
    for (const entry of one.entries) {
      const row = entry.verbatim && drawn.querySelector(`[data-step="${CSS.escape(entry.step ?? "")}"]`);
      if (row) row.append(...beside(context, entry));
    }
    return drawn;
  });
  return [
    ...(summary.adds_to ? [element("p", { class: "notice" }, `This adds to report ${summary.adds_to.slice(0, 8)}.`)] : []),
    ...parts,
    sectionOf("route", "Why it is in this queue", routeEntries(summary)),
    sectionOf("consents", "What the person agreed to", consentEntries(summary)),
    integrityBox(context, resealedBy),
  ].map(carded);
}

/** In which language the words are, then their translations. @type {(context: Context, entry: import("./entries.js").Entry) => HTMLElement[]} */
function beside(context, { language, step = "" }) {
  const place = element("dd", { class: "beside" });
  if (language) put(place, "p", { class: "soft small" }, `Written in ${tongue(language)}`);
  place.append(translationPlace(context, step));
  return [place];
}

const NAMES = new Intl.DisplayNames("en", { type: "language" });

/** @param {string} tag BCP 47 */
export function tongue(tag) {
  try {
    return NAMES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** @param {HTMLElement} part */
function carded(part) {
  if (part.tagName === "SECTION") part.classList.add("card");
  return part;
}
