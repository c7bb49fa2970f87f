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

/** What is done every day. @type {(context: Context) => HTMLElement[]} */
export const workFirst = (context) => [standingCard(context), notesCard(context)];

/** What takes the report's words. @type {(context: Context) => HTMLElement[]} */
export const workOpened = (context) =>
  [...messageCard(context), copiesCard(context), ...resealCard(context), referralCard(context)];

/** What is done seldom. @type {(context: Context) => HTMLElement[]} */
export const workLast = (context) => [approvalsCard(context), keepingCard(context), historyPart(context)];
