/** Who changed what: after somebody else was faster, and as a list under the report. */

import { element } from "./draw.js";
import { spoken } from "./entries.js";

/** @typedef {{version: number, at: number, name: string, act: string, detail: Record<string, any>}} Change */

/** Seconds since 1970 as a day and a time, in UTC as on the audit chain. @param {number} at */
export const when = (at) => `${new Date(at * 1000).toISOString().slice(0, 16).replace("T", ", ")} UTC`;

/** @param {Change} one */
export function changeWords(one) {
  const { from, to, added, removed, kind } = one.detail;
  const parts = [
    ...(from && to && one.act !== "assigned" ? [`${spoken(from)} to ${spoken(to)}`] : []),
    ...(kind ? [spoken(kind)] : []),
    ...(added?.length ? [`with ${added.join(", ")}`] : []),
    ...(removed?.length ? [`without ${removed.join(", ")}`] : []),
  ];
  return `${one.name}, ${when(one.at)}: ${spoken(one.act)}${parts.length ? ` (${parts.join("; ")})` : ""}`;
}

/** What came after a version, to stand under a refusal. @type {(now: any, seen: number) => HTMLElement[]} */
export function changesAfter(now, seen) {
  const later = now.history.filter((/** @type {Change} */ one) => one.version > seen);
  if (!later.length) return [];
  const list = element("ul");
  list.append(...later.map((/** @type {Change} */ one) => element("li", {}, changeWords(one))));
  return [element("p", {}, "What changed meanwhile:"), list];
}

/** @param {import("./context.js").Context} context */
export function historyPart(context) {
  const details = element("details", { class: "card" });
  const list = element("ul", { class: "small" });
  details.append(element("summary", {}, "What was done with this report"), list);
  context.listeners.push(() => {
    const lines = context.now.history.map((/** @type {Change} */ one) => element("li", {}, changeWords(one)));
    list.replaceChildren(...lines.reverse());
  });
  return details;
}
