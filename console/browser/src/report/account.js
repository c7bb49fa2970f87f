/** The account, in the order in which a lawyer reads it; what is hard to read behind a further tap. */

import { behindATap, element, sectionOf } from "./draw.js";
import { actButton, put } from "./forms.js";
import { compare, integrityBox } from "./integrity.js";
import { limitsCard } from "./limits_card.js";
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
    foldUnasked(drawn);
    return drawn;
  });
  return [
    ...limitsCard(summary.deadlines),
    ...(summary.adds_to ? [element("p", { class: "notice" }, `This adds to report ${summary.adds_to.slice(0, 8)}.`)] : []),
    ...parts,
    sectionOf("route", "Why it is in this queue", routeEntries(summary)),
    foldWording(sectionOf("consents", "What the person agreed to", consentEntries(summary))),
    integrityBox(context, resealedBy),
  ].map(carded);
}

/** What was not asked is as long as the report: it waits closed. @param {HTMLElement} part */
function foldUnasked(part) {
  const row = part.querySelector(".entries > .several");
  if (!row) return;
  const questions = [...row.querySelectorAll("dd")].map((one) => one.textContent ?? "");
  const details = put(part, "details", { class: "unasked" });
  put(details, "summary", {}, `Not asked: ${questions.length}`);
  put(details, "p", { class: "soft" }, questions.join(" · "));
  row.remove();
}

/** Whether each was given is seen at once, the wording on opening it. @param {HTMLElement} part */
function foldWording(part) {
  for (const row of part.querySelectorAll(".entries > div")) {
    const [, words] = row.querySelectorAll("dd");
    if (!words) continue;
    const place = element("dd", { class: "beside" });
    const details = put(place, "details");
    put(details, "summary", {}, "The words that were shown");
    put(details, "p", { class: "verbatim", dir: "auto" }, words.textContent ?? "");
    words.replaceWith(place);
  }
  return part;
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
