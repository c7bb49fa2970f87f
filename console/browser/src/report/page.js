/**
 * The page of one report: locked, then the conflict check, then a notice, then the account.
 * Nothing is half-shown: what cannot be opened whole is named, and nothing else appears.
 */

import { Refused } from "../asking.js";
import { asFault } from "../base/fault.js";
import { whenForgotten } from "../keys/keyring.js";
import { unlockCard, unlocked } from "../keys/unlocking.js";
import { account, contentNotice } from "./account.js";
import { aside, contactLine } from "./aside.js";
import { checkCard } from "./conflict.js";
import { Context } from "./context.js";
import { keepFacts } from "./facts.js";
import { keepForm, readWith } from "./form.js";
import { cannotOpen, noAlarm } from "./integrity.js";
import { jumpList } from "./jumping.js";
import { tellWish } from "./keeping.js";
import { startHere } from "./start.js";
import { readSummary } from "./summary.js";
import { workFirst, workLast, workOpened } from "./work.js";

/** @param {HTMLElement} place */
export async function start(place) {
  const context = new Context(place);
  keepFacts(context);
  context.listeners.push(() => startHere(context));
  keepForm(place.dataset.form);
  try {
    await context.load();
  } catch (fault) {
    cannotOpen(fault);
    return;
  }
  whenForgotten(() => location.reload());
  const keys = await unlocked(context.client);
  if (keys) await opened(context, keys);
  else show("account", await unlockCard(context.client, (made) => opened(context, made)));
}

/** @type {(context: Context, keys: Record<string, string>) => Promise<void>} */
async function opened(context, keys) {
  context.held = keys;
  let stage = "";
  const go = () => {
    const next = context.now.standing.conflict === "clear" ? "clear" : "check";
    const whole = `${next} ${context.now.standing.conflict}`;
    if (whole === stage) return;
    stage = whole;
    hide(context);
    show("account", next === "clear" ? contentNotice(context, () => read(context)) : checkCard(context));
  };
  context.listeners.push(go);
  go();
  show("first", ...workFirst(context));
  show("last", ...workLast(context));
  startHere(context);
  focus();
  context.say("Your key is unlocked.");
}

/** Fetch, open and show the report. @param {Context} context */
async function read(context) {
  noAlarm();
  try {
    const given = await context.envelope("reading");
    context.opened = await context.client.open(given.stored);
    context.stored = given.stored;
    context.summary = readSummary(context.opened.summary);
    readWith(context.summary);
    const by = context.now.colleagues.find((one) => one.id === given.resealed_by)?.name;
    show("account", ...account(context, given.resealed_by ? by ?? "a colleague" : ""));
    show("opened", ...workOpened(context));
    show("aside", ...aside(context), jumpList());
    show("line", contactLine(context.summary));
    startHere(context);
    focus();
    await tellWish(context);
  } catch (fault) {
    hide(context);
    // Refused by the server: the notice stays, and says why under its button.
    if (fault instanceof Refused) throw fault;
    show("account");
    cannotOpen(asFault(fault));
  }
}

/** What was pressed is gone from the page: go on where the next words are. */
function focus() {
  const place = document.getElementById("account");
  place?.setAttribute("tabindex", "-1");
  place?.focus({ preventScroll: true });
}

/** Let nothing of the report stay on the page. @param {Context} context */
function hide(context) {
  context.opened = context.summary = context.stored = null;
  for (const id of ["line", "opened", "aside"]) show(id);
}

/** @type {(id: string, ...parts: Node[]) => void} */
const show = (id, ...parts) => document.getElementById(id)?.replaceChildren(...parts);

