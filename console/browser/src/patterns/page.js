/** The page of patterns: unlock, open the reports, then likeness (with two people) and counts. */
import { get } from "../asking.js";
import { asFault } from "../base/fault.js";
import { whenForgotten } from "../keys/keyring.js";
import { unlockCard, unlocked } from "../keys/unlocking.js";
import { element } from "../report/draw.js";
import { Client } from "../worker/client.js";
import { showAgreement } from "./agreement.js";
import { showFigures } from "./figures.js";
import { showLinks } from "./link_list.js";
import { openAll } from "./opening.js";

/** @param {string} id @returns {HTMLElement} */
export const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Say something to whoever does not see the page change. @param {string} words */
export const say = (words) => {
  place("progress-words").textContent = words;
};

/** Show what went wrong, as it stands. @param {any} fault */
export function tell(fault) {
  if (fault?.cancelled) return;
  const words = fault?.remedy ? `${fault.message}. ${fault.remedy}` : asFault(fault).message;
  place("told").replaceChildren(element("p", { class: "warning" }, words));
}

/** Take what the page needs, and wait for the key. */
export async function start() {
  try {
    const client = new Client();
    const standing = await get("/patterns/standing");
    whenForgotten(() => location.reload());
    showAgreement(standing, () => sayWhat(standing));
    place("officers").hidden = false;
    const ready = () => offer(client, standing);
    if (await unlocked(client)) ready();
    else place("unlock").replaceChildren(await unlockCard(client, ready));
  } catch (fault) {
    tell(fault);
  }
}

/** @param {Client} client @param {any} standing */
function offer(client, standing) {
  place("unlock").replaceChildren();
  place("opening").hidden = false;
  sayWhat(standing);
  const button = /** @type {HTMLButtonElement} */ (place("open"));
  button.addEventListener("click", () => go(client, standing, button));
}

/** Say what will be opened. @param {any} standing */
function sayWhat(standing) {
  place("opening-words").textContent = standing.agreement
    ? "Accounts and officers' details are opened, to be compared and counted. It is recorded which reports."
    : "Accounts are opened, to be counted; officers' details stay closed. It is recorded which reports.";
}

/** @param {Client} client @param {any} standing @param {HTMLButtonElement} button */
async function go(client, standing, button) {
  const stopping = new AbortController();
  const stop = place("stop");
  const ending = () => stopping.abort();
  stop.addEventListener("click", ending);
  place("told").replaceChildren();
  working(button, true);
  try {
    const opened = await openAll(client, stopping.signal);
    await showFigures(client, standing.terms);
    if (opened.officers) await showLinks(client, stopping.signal);
    say(opened.words);
    button.textContent = "Open them again";
  } catch (fault) {
    say("");
    tell(fault);
  } finally {
    stop.removeEventListener("click", ending);
    working(button, false);
  }
}

/** @param {HTMLButtonElement} button @param {boolean} busy */
function working(button, busy) {
  button.disabled = busy;
  place("stop").hidden = !busy;
  place("progress").hidden = !busy;
  if (busy) place("progress").removeAttribute("value");
}
