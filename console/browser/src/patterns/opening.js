/** Every report that she may read, some at a time from the store, opened in the worker. */
import { post } from "../asking.js";
import { fromBase64 } from "../base/bytes.js";
import { element } from "../report/draw.js";
import { place, say } from "./page.js";

/**
 * @param {import("../worker/client.js").Client} client
 * @param {AbortSignal} signal
 * @returns {Promise<{words: string, officers: boolean}>}
 */
export async function openAll(client, signal) {
  await client.forgetPatterns();
  let [after, opened, officers] = ["", 0, false];
  /** @type {{id: string, sentence: string}[]} */
  const faults = [];
  do {
    const page = await post("/patterns/envelopes", { after });
    const stored = page.reports.map(storedOf);
    const told = await client.addToPatterns(stored, page.officers, { signal });
    faults.push(...told);
    opened += stored.length - told.length;
    officers = page.officers;
    after = page.after;
    say(`${opened} opened so far.`);
  } while (after);
  showFaults(faults);
  const count = opened === 1 ? "One report is open." : `${opened} reports are open.`;
  return { words: faults.length ? `${count} ${faults.length} could not be opened.` : count, officers };
}

/** @param {any} row as console/patterns/pages.py gives it */
function storedOf({ id, triage, status, adds_to, envelope, hash }) {
  return { id, triage, status, addsTo: adds_to, envelope: fromBase64(envelope), hash };
}

/** @param {{id: string, sentence: string}[]} faults */
function showFaults(faults) {
  if (!faults.length) return;
  const box = element("details", { class: "warning" });
  box.append(element("summary", {}, `${faults.length} could not be opened, and are not counted`));
  const list = element("ul");
  for (const { id, sentence } of faults) {
    const line = element("li");
    line.append(element("a", { href: `/reports/${id}` }, id.slice(0, 8)), ` ${sentence}`);
    list.append(line);
  }
  box.append(list);
  place("told").replaceChildren(box);
}
