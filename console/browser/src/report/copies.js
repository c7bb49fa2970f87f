/** Copies: recorded first, then made in this browser, each with who made it and when. */

import { element } from "./draw.js";
import { actButton } from "./forms.js";
import { copyPage } from "./copy_page.js";
import { card } from "./parts.js";

/** @typedef {import("./context.js").Context} Context */

const HINT = "A copy leaves the console: nothing here can call it back. It bears your name and the hour.";
const SHORT = 8;

/** @type {(context: Context) => HTMLElement} */
export function copiesCard(context) {
  const saved = element("p", { class: "done", hidden: "" });
  const make = (/** @type {string} */ kind) => async () => {
    saved.hidden = true;
    const { watermark } = await context.post("export", { kind });
    if (kind === "print") print(watermark);
    else if (kind === "json") save(context, "json", "application/json", record(context, watermark));
    else save(context, "html", "text/html", await copyPage(context, watermark));
    if (kind === "print") return;
    // Said once to whoever listens, by the button; this is for whoever looks.
    saved.textContent = `Saved among your downloads as ${fileName(context, kind)}. The copy is recorded.`;
    saved.hidden = false;
  };
  const buttons = element("div", { class: "actions" });
  buttons.append(
    actButton(context, "Print, or save as PDF", make("print")),
    actButton(context, "Save as HTML", make("html"), { done: "The copy is among your downloads." }),
    actButton(context, "Save as JSON", make("json"), { done: "The copy is among your downloads." }),
  );
  return card("Copies", element("p", { class: "soft" }, HINT), buttons, saved);
}

const NONE = "This report has no conflict card.";
const CLOSED = "The conflict card is in this copy, under report, sealed to the conflict checkers: it was not opened here with a second person's yes.";
const OPEN = "The conflict card was opened here after a second person had agreed.";

/** The record as it was sealed; the conflict card in it is open only if two people opened it here. @type {(context: Context, watermark: string) => string} */
function record(context, watermark) {
  const report = context.opened?.summary;
  const about = context.card ? OPEN : report?.conflict_card ? CLOSED : NONE;
  const card = { about_the_conflict_card: about, ...(context.card ? { conflict_card: context.card } : {}) };
  const copy = { note: context.note, copy: watermark, ...card, report };
  return `${JSON.stringify(copy, null, 2)}\n`;
}

/** @type {(context: Context, ending: string, type: string, content: string) => void} */
function save(context, ending, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = /** @type {HTMLAnchorElement} */ (element("a", { href: address }));
  link.download = fileName(context, ending);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @type {(context: Context, ending: string) => string} */
const fileName = (context, ending) => `candour-${context.id.slice(0, SHORT)}.${ending}`;

/** Print this page, everything on it open; without this no word of it is printed. @param {string} watermark */
function print(watermark) {
  const mark = document.getElementById("watermark");
  if (mark) mark.textContent = `${document.getElementById("report")?.dataset.note} ${watermark}`;
  const closed = [...document.querySelectorAll("#account details:not(.no-print)")].filter((one) => !one.hasAttribute("open"));
  for (const one of closed) one.setAttribute("open", "");
  document.body.classList.add("copying");
  const after = () => {
    document.body.classList.remove("copying");
    for (const one of closed) one.removeAttribute("open");
  };
  addEventListener("afterprint", after, { once: true });
  globalThis.print();
}
