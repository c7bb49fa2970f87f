/** The list of reports: what arrives appears by itself, without a reload. */

import { start, write } from "./queue/lines.js";

const EVERY_MS = 5000;

const body = /** @type {HTMLElement | null} */ (document.querySelector("#reports tbody"));
const status = /** @type {HTMLElement | null} */ (document.querySelector("#news"));
const model = /** @type {HTMLTemplateElement | null} */ (document.querySelector("#row"));

/** @typedef {Record<string, string | number | boolean>} Row what `console/queue/rows.py` gives */

/** A row of the table, from the page's own template. @type {(row: Row) => HTMLElement} */
function drawn(row) {
  const made = /** @type {HTMLElement} */ (model?.content.querySelector("tr")?.cloneNode(true));
  made.dataset.report = String(row.id);
  made.dataset.version = String(row.version);
  for (const field of made.querySelectorAll("[data-field]")) {
    field.textContent = String(row[/** @type {HTMLElement} */ (field).dataset.field ?? ""] ?? "");
  }
  for (const flag of made.querySelectorAll("[data-flag]")) {
    flag.toggleAttribute("hidden", !row[/** @type {HTMLElement} */ (flag).dataset.flag ?? ""]);
  }
  const box = made.querySelector("input[name=seen]");
  box?.setAttribute("value", `${row.id}:${row.version}`);
  box?.setAttribute("aria-label", `Choose report ${row.short}`);
  made.querySelector("a")?.setAttribute("href", `/reports/${row.id}`);
  const mark = made.querySelector("[data-field=priority]");
  mark?.classList.toggle("now", Boolean(row.urgent));
  mark?.classList.toggle("calm", !row.urgent);
  return made;
}

/** Put the rows in the list's order; a row that is as it was stays as it is. @param {Row[]} rows */
function show(rows) {
  if (!body) return;
  const old = new Map([...body.children].map((one) => [/** @type {HTMLElement} */ (one).dataset.report, one]));
  const now = rows.map((row) => {
    const before = /** @type {HTMLElement | undefined} */ (old.get(String(row.id)));
    const same = before && before.dataset.version === String(row.version);
    if (same) return before;
    const made = drawn(row);
    if (!before) made.classList.add("arrived");
    return made;
  });
  body.replaceChildren(...now);
  write();
}

/** Ask what is new since the page, or the last answer, was made. */
async function look() {
  if (!status || !body || document.hidden) return;
  const address = new URL("/queue/lines", location.origin);
  address.search = location.search;
  address.searchParams.set("news", status.dataset.news ?? "");
  const response = await fetch(address).catch(() => null);
  // Signed out, or the store is away: the next request that somebody makes will say so.
  if (!response?.ok) return;
  const answer = await response.json();
  status.dataset.news = answer.news;
  if (!answer.rows) return;
  show(answer.rows);
  if (answer.arrived) {
    status.textContent = answer.arrived === 1 ? "One report has just arrived." : `${answer.arrived} reports have just arrived.`;
  }
}

// A later part of the list stays still, and so does what was looked for: rows must not move under
// somebody's hand.
const still = new URLSearchParams(location.search).has("after") || location.pathname !== "/queue";
if (body && status && !still) setInterval(look, EVERY_MS);

start();
