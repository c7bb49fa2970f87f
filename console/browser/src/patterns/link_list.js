/** Which reports may be about the same officer: pair by pair, each with its reasons. */
import { get, post } from "../asking.js";
import { sure } from "../asking/dialogs.js";
import { element } from "../report/draw.js";
import { put } from "../report/forms.js";
import { place, say, tell } from "./page.js";

const LOOKS = { high: "mark sealed", medium: "mark", low: "mark calm" };

/** @typedef {import("../worker/client.js").Client} Client */

/** @param {Client} client @param {AbortSignal} [signal] */
export async function showLinks(client, signal) {
  const { pairs } = await get("/patterns/not-same");
  const told = (/** @type {any} */ { done, of }) => say(`Comparing: ${done} of ${of} pairs.`);
  const { groups, setAside, compared } = await client.findLikeness(pairs, { signal, told });
  const box = place("links");
  box.replaceChildren(element("p", { role: "status" }, summaryOf(groups, setAside.length, compared)));
  if (setAside.length) box.append(setAsideList(client, setAside));
  for (const group of groups) box.append(groupCard(client, group));
}

/** @type {(groups: any[], setAside: number, compared: number) => string} */
function summaryOf(groups, setAside, compared) {
  const links = groups.reduce((all, group) => all + group.links.length, 0);
  const left = setAside ? ` Left out: ${setAside} of which somebody said “not the same”.` : "";
  return `${compared} reports compared, each with its additions. ${links} pairs are alike.${left}`;
}

/** What was said before can be taken back, by whoever may see both. @type {(client: Client, pairs: any[]) => HTMLElement} */
function setAsideList(client, pairs) {
  const box = element("details");
  put(box, "summary", {}, "Pairs that were left out");
  const list = put(box, "ul", { class: "bare" });
  for (const { first, second } of pairs) {
    const line = put(list, "li");
    line.append(reportLink(first), " and ", reportLink(second), " ");
    const button = put(line, "button", { type: "button", class: "quiet" }, "Take “not the same” back");
    button.setAttribute("aria-label", `Take “not the same” back: ${first.slice(0, 8)} and ${second.slice(0, 8)}`);
    button.addEventListener("click", () => takeBack(client, first, second));
  }
  return box;
}

/** @type {(client: Client, group: any) => HTMLElement} */
function groupCard(client, { ids, links, pairs }) {
  const card = element("section", { class: "group" });
  const title = put(card, "h3", { tabindex: "-1" }, ids.length === 2 ? "2 reports" : `${ids.length} reports, joined link by link`);
  title.id = `group-${ids[0]}`;
  card.setAttribute("aria-labelledby", title.id);
  if (ids.length > 2) {
    const bare = pairs - links.length;
    put(card, "p", { class: "soft" }, `Each is like at least one other here. That does not make all of them alike: ${bare} of the ${pairs} pairs have no likeness of their own.`);
  }
  const table = put(put(card, "div", { class: "wide" }), "table", { class: "cards" });
  put(table, "caption", { class: "hidden-words" }, "Pairs of reports, the most alike first");
  const head = put(put(table, "thead"), "tr");
  for (const words of ["May be the same", "Likeness", "Because", "Against it", "Not the same?"]) put(head, "th", { scope: "col" }, words);
  const body = put(table, "tbody");
  for (const link of links) body.append(linkRow(client, link));
  return card;
}

/** @type {(client: Client, link: any) => HTMLElement} */
function linkRow(client, { first, second, strength, reasons, cautions }) {
  const row = element("tr");
  const pair = put(row, "th", { scope: "row" });
  pair.append(reportLink(first), " and ", reportLink(second));
  put(put(row, "td", { "data-label": "Likeness" }), "span", { class: LOOKS[strength] }, strength);
  put(row, "td", { "data-label": "Because" }).append(listOf(reasons));
  const against = put(row, "td", { "data-label": "Against it" });
  if (cautions.length) against.append(listOf(cautions));
  const button = put(put(row, "td"), "button", { type: "button", class: "quiet" }, "Not the same");
  button.setAttribute("aria-label", `Not the same: ${first.slice(0, 8)} and ${second.slice(0, 8)}`);
  button.addEventListener("click", () => differ(client, first, second));
  return row;
}

/** @param {string} id */
function reportLink(id) {
  const link = element("a", { href: `/reports/${id}` });
  put(link, "code", {}, id.slice(0, 8));
  return link;
}

/** @param {string[]} words */
function listOf(words) {
  const list = element("ul", { class: "bare" });
  for (const one of words) put(list, "li", { dir: "auto" }, one);
  return list;
}

/** @type {(client: Client, first: string, second: string) => Promise<void>} */
async function differ(client, first, second) {
  await remember(client, { first, second }, "Remembered: not the same.", () =>
    sure("Remember for everybody that these two are not the same officer?", "Not the same"));
}

/** @type {(client: Client, first: string, second: string) => Promise<void>} */
async function takeBack(client, first, second) {
  await remember(client, { first, second, back: true }, "Taken back: the two are compared again.", async () => {});
}

/** @type {(client: Client, what: Record<string, unknown>, words: string, ask: () => Promise<void>) => Promise<void>} */
async function remember(client, what, words, ask) {
  try {
    await ask();
    await post("/patterns/not-same", what);
    await showLinks(client);
    say(words);
    /** @type {HTMLElement | null} */ (place("links").querySelector("h3, p"))?.focus();
  } catch (fault) {
    tell(fault);
  }
}
