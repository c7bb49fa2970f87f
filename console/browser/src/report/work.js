/** What staff do with a report: before it is opened, and with its words at hand. */

import { historyPart } from "./history.js";

/** @typedef {import("./context.js").Context} Context */

/** @type {(context: Context) => HTMLElement[]} */
export function workBefore(context) {
  return [historyPart(context)];
}

/** @type {(context: Context) => HTMLElement[]} */
export function workOpened(context) {
  return [];
}
