/** Timeline and counts under a filter, and the sentence to copy. */
import { element } from "../report/draw.js";
import { choice, field, put } from "../report/forms.js";
import { chart } from "./chart.js";
import { place, say } from "./page.js";
import { inWords } from "./rounding.js";
import { sentence } from "./sentence.js";
import { ofBands, spanInWords } from "./spans.js";

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** @typedef {import("../worker/client.js").Client} Client */

/** @param {Client} client @param {any} terms */
export async function showFigures(client, terms) {
  const first = await client.countPatterns({}, terms);
  place("figures").hidden = false;
  const form = /** @type {HTMLFormElement} */ (place("filter"));
  form.replaceChildren(...controls(first.choices));
  form.onsubmit = (event) => event.preventDefault();
  form.onchange = async () => {
    const filter = chosen(form, first.choices);
    const counted = await client.countPatterns(filter, terms);
    draw(counted, filter, terms);
    say(`Counted anew: ${inWords(counted.figures.total)}.`);
  };
  draw(first, {}, terms);
}

/** @param {{forces: [string, string][], bands: string[], ranges: boolean}} choices */
function controls({ forces, bands, ranges }) {
  /** @type {[string, string][]} */
  const years = bands.map((words, at) => [String(at), words]);
  const found = [];
  if (forces.length) found.push(field("Force", choice("force", [["", "All forces"], ...forces])));
  if (years.length) found.push(field(ranges ? "Began from" : "Began", choice("first", [["", "All years"], ...years])));
  if (years.length && ranges) found.push(field("Until", choice("last", [["", "The same"], ...years])));
  return found;
}

/** @param {HTMLFormElement} form @param {{ranges: boolean}} choices */
function chosen(form, { ranges }) {
  const given = new FormData(form);
  const [force, from, to] = ["force", "first", "last"].map((name) => String(given.get(name) ?? ""));
  if (from === "") return { force };
  const ends = [Number(from), ranges && to !== "" ? Number(to) : Number(from)];
  return { force, first: Math.min(...ends), last: Math.max(...ends) };
}

/** @type {(counted: any, filter: any, terms: any) => void} */
function draw({ figures, received }, filter, terms) {
  const all = filter.first === undefined;
  const span = all ? "" : spanInWords(ofBands(filter.first, filter.last), terms.thisYear);
  const years = /^\d/.test(span) ? `in ${span}` : span.toLowerCase();
  const force = filter.force ? terms.forces[filter.force] : "";
  const months = received?.map((/** @type {string} */ day) => MONTH.format(new Date(day)));
  showSentence(figures.total, sentence(figures, { years, force, received: months ?? null }));
  place("charts").replaceChildren(
    chart("Year in which it began, at the earliest", "Year", figures.years, { short: true }),
    chart("Force", "Force", figures.forces),
    chart("What it was (more than one may be given)", "What it was", figures.conduct),
    chart("How the reports stand", "Status", figures.statuses),
  );
}

/** @param {number} total @param {string} words */
function showSentence(total, words) {
  const box = place("sentence");
  const text = element("p", { id: "copy-text" }, words);
  const button = element("button", { type: "button" }, "Copy");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(words).catch(() => getSelection()?.selectAllChildren(text));
    button.textContent = "Copied";
  });
  box.replaceChildren(element("h3", {}, `Counted here: ${inWords(total)}`), text);
  put(box, "div", { class: "actions" }).append(button);
}
