/** A report as one page by itself: no script, nothing loaded, words as text only. */

import { contactEntries } from "./contact.js";
import { element, sectionOf } from "./draw.js";
import { limitEntries, TITLE } from "./limits.js";
import { consentEntries, routeEntries, sections } from "./sections.js";

const STYLE = `
body { margin: 2rem auto; max-width: 46rem; padding: 0 1.5rem; color: #1f2730; font: 1rem/1.55 "Noto Sans", system-ui, sans-serif; }
h2 { font-size: 1.15rem; break-after: avoid; } dl { margin: 0; } dl div { margin: 0 0 .9rem; break-inside: avoid; }
dt { color: #5b6672; font-size: .9rem; } dd { margin: .1rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
dd.quiet { color: #5b6672; font-style: italic; } .form-words { color: #5b6672; font-size: .85rem; } .note { font-weight: 600; } .made { color: #5b6672; font-size: .85rem; }
.warning { border: 2px solid #a32020; padding: .5rem 1rem; }
:lang(ur) { font-family: "Noto Nastaliq Urdu", "Noto Naskh Arabic", serif; line-height: 2; }
:lang(ar), :lang(fa) { font-family: "Noto Naskh Arabic", serif; line-height: 1.8; }
@page { margin: 18mm 16mm; }
`;

/** @type {(context: import("./context.js").Context, watermark: string) => Promise<string>} */
export async function copyPage(context, watermark) {
  const page = document.implementation.createHTMLDocument("Report");
  const policy = `default-src 'none'; style-src 'sha256-${await digest(STYLE)}'; base-uri 'none'; form-action 'none'`;
  page.head.append(
    element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "robots", content: "noindex" }),
  );
  // Said before anything else could be read in another way.
  page.head.prepend(element("meta", { charset: "utf-8" }));
  page.body.append(...head(context, watermark), ...body(context), foot(context, watermark));
  const written = new XMLSerializer();
  // The style is added as text: this page's own policy lets no script make an inline one.
  const start = written.serializeToString(page.head).replace("</head>", `<style>${STYLE}</style></head>`);
  return `<!doctype html>\n<html lang="en">${start}${written.serializeToString(page.body)}</html>\n`;
}

/** @type {(context: import("./context.js").Context, watermark: string) => HTMLElement[]} */
function head(context, watermark) {
  const differences = context.opened?.integrity.altered_columns ?? [];
  return [
    element("p", { class: "made" }, "Confidential"),
    element("h1", {}, `Report ${context.id.slice(0, 8)}`),
    element("p", { class: "note" }, context.note),
    element("p", { class: "made" }, context.id),
    element("p", { class: "made", dir: "auto" }, watermark),
    ...differences.map((one) => element("p", { class: "warning" }, one)),
    element("p", { class: "note" }, context.contentNotice),
  ];
}

/** @type {(context: import("./context.js").Context) => HTMLElement[]} */
function body({ summary }) {
  if (!summary) return [];
  const account = sections(summary).map((one) => sectionOf(one.id, one.title, one.entries));
  const limits = summary.deadlines.length ? [sectionOf("limits", TITLE, limitEntries(summary.deadlines))] : [];
  return [
    sectionOf("contact", "Making contact safely", contactEntries(summary)),
    ...limits,
    ...account,
    sectionOf("route", "Why it is in this queue", routeEntries(summary)),
    sectionOf("consents", "What the person agreed to", consentEntries(summary)),
  ];
}

/** @type {(context: import("./context.js").Context, watermark: string) => HTMLElement} */
const foot = (context, watermark) => element("p", { class: "made", dir: "auto" }, `${context.note} ${watermark}`);

/** @param {string} text */
async function digest(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...bytes));
}
