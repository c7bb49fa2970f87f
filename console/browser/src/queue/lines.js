/** After unlocking: one line under each report that this person may open. The rest stays as it is. */

import { post } from "../asking.js";
import { fromBase64 } from "../base/bytes.js";
import { whenForgotten } from "../keys/keyring.js";
import { unlockCard, unlocked } from "../keys/unlocking.js";
import { element } from "../report/draw.js";
import { Client } from "../worker/client.js";
import { lineOf } from "./line.js";

const place = /** @type {HTMLElement} */ (document.getElementById("unlocking"));

/** Lines that were made already, by report id. @type {Map<string, string[]>} */
const known = new Map();

/** @type {Client | null} */
let client = null;

export async function start() {
  client = new Client();
  whenForgotten(() => location.reload());
  place.hidden = false;
  if (await unlocked(client)) {
    offer();
    return;
  }
  const ask = element("button", { type: "button" }, "Unlock my key to see a line of each report");
  ask.addEventListener("click", async () => {
    place.replaceChildren(await unlockCard(/** @type {Client} */ (client), show));
    place.querySelector("input")?.focus();
  });
  place.replaceChildren(ask);
}

/** Nothing is opened unasked: each line is a link on the audit chain. */
function offer() {
  const button = element("button", { type: "button" }, "Show a line of each report");
  button.addEventListener("click", show);
  place.replaceChildren(button);
}

/** Fetch and open what is on the page, and write the lines. */
async function show() {
  const told = element("p", { role: "status", class: "soft" }, "Opening the reports on this page ...");
  place.replaceChildren(told);
  try {
    const ids = rows().map((row) => row.dataset.report ?? "").filter((id) => id && !known.has(id));
    const { reports } = await post("/queue/envelopes", { ids });
    const stored = reports.map((/** @type {any} */ one) => ({ ...one, envelope: fromBase64(one.envelope) }));
    await client?.openMany(stored, { told: (step) => hear(step, told) });
    const closed = ids.length - reports.length;
    told.textContent = closed ? `${closed} of these wait for their conflict check, or are not sealed to you.` : "";
  } catch (fault) {
    told.textContent = /** @type {Error} */ (fault).message;
  }
}

/** @param {import("../worker/client.js").Step} step @param {HTMLElement} told */
function hear({ done, of, opened }, told) {
  for (const { id, opened: whole, sentence } of opened) {
    known.set(id, whole ? lineOf(whole.summary) : [sentence ?? "This report could not be opened."]);
  }
  told.textContent = `${done} of ${of} opened.`;
  write();
}

/** Put the known lines under their reports; also after the list has been drawn anew. */
export function write() {
  for (const row of rows()) {
    const pieces = known.get(row.dataset.report ?? "");
    const line = row.querySelector("[data-line]");
    if (!pieces || !line) continue;
    line.replaceChildren(...pieces.map((words) => element("span", { dir: "auto" }, words)));
  }
}

/** @returns {HTMLElement[]} */
const rows = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll("tr[data-report]")]);
