/** Whether this is the report that was sent: any difference is told loudly, on top. */

import { element, entryList } from "./draw.js";
import { entry } from "./entries.js";
import { put } from "./forms.js";

/** @typedef {import("./context.js").Context} Context */

const NO_COPY = "This report cannot be opened";
const DIFFERS = "Do not rely on this report yet";
const OTHER = "What is sealed and what the store says of it are not the same:";

/** Tell a fault that leaves nothing to show. @type {(title: string, sentence: string) => void} */
export function alarm(title, sentence) {
  const box = element("div", { class: "warning" });
  put(box, "h2", {}, title);
  put(box, "p", {}, sentence);
  document.getElementById("alarm")?.replaceChildren(box);
}

/** @param {any} fault what the worker or the server refused with */
export function cannotOpen(fault) {
  alarm(NO_COPY, [fault.message, fault.remedy].filter(Boolean).join(" "));
}

/** @type {() => void} */
export const noAlarm = () => document.getElementById("alarm")?.replaceChildren();

/** Put every difference on top of the page. @type {(context: Context) => void} */
export function compare(context) {
  const differences = context.opened?.integrity.altered_columns ?? [];
  noAlarm();
  if (!differences.length) return;
  alarm(DIFFERS, `${OTHER} the store was changed, or this report is not the one it seems. Tell your operator.`);
  const list = element("ul");
  list.append(...differences.map((one) => element("li", {}, one)));
  document.querySelector("#alarm .warning")?.append(list);
}

/** @type {(context: Context, resealedBy: string) => HTMLElement} */
export function integrityBox(context, resealedBy) {
  const { opened, summary } = context;
  const differences = opened?.integrity.altered_columns ?? [];
  const usual = opened?.integrity.usual_size;
  const section = element("section", { class: "card", "aria-labelledby": "title-integrity" });
  put(section, "h2", { id: "title-integrity" }, "Is this what was sent");
  const well = !differences.length && usual;
  const details = put(section, "details", well ? {} : { open: "" });
  put(details, "summary", {}, well ? "Yes: it opens whole, and is what the list says" : "Not quite: ask your operator");
  details.append(
    entryList([
      entry("What the list shows of it", [differences.length ? `${differences.length} differ: see above` : "the same as sealed inside"]),
      entry("Fingerprint of the sealed report (SHA-256)", [opened?.integrity.hash ?? ""]),
      entry("Size when sealed", [usual ? "as usual" : "unusual: ask your operator"]),
      ...(resealedBy ? [entry("Sealed anew for you", [`by ${resealedBy}`])] : []),
      entry("Version of the questions", [summary?.flow_version ?? ""]),
      entry("Fingerprint of their wording (SHA-256)", [summary?.flow_hash ?? ""]),
      entry("Sent", [summary?.sent ?? ""]),
    ]),
  );
  return section;
}
