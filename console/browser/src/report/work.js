/** What staff do with a report: before it is opened, and with its words at hand. */

import { approvalsCard } from "./approvals.js";
import { copiesCard } from "./copies.js";
import { referralCard, resealCard } from "./handing.js";
import { historyPart } from "./history.js";
import { keepingCard } from "./keeping.js";
import { messageCard } from "./message.js";
import { notesCard } from "./notes.js";
import { standingCard } from "./standing.js";

/** @typedef {import("./context.js").Context} Context */

/** @type {(context: Context) => HTMLElement[]} */
export function workBefore(context) {
  return [notesCard(context), standingCard(context), approvalsCard(context), keepingCard(context), historyPart(context)];
}

/** @type {(context: Context) => HTMLElement[]} */
export function workOpened(context) {
  return [...messageCard(context), referralCard(context), ...resealCard(context), copiesCard(context)];
}
