/** A bar chart with a table beside it. The table says everything that the picture does. */
import { element } from "../report/draw.js";
import { put } from "../report/forms.js";
import { HIDDEN, inWords } from "./rounding.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 300;
const LABEL_BESIDE = 104;
const NUMBER = 86;
/** Hidden numbers have one length, whatever they are. */
const HIDDEN_LENGTH = 14;

/** @typedef {import("./statistics.js").Row} Row */

let number = 0;

/**
 * @param {string} title @param {string} column @param {Row[]} rows
 * @param {{short?: boolean}} [how] short names stand beside their bars, long ones above
 * @returns {HTMLElement}
 */
export function chart(title, column, rows, { short = false } = {}) {
  const box = element("section", { class: "chart" });
  const heading = put(box, "h3", { id: `chart-${++number}` }, title);
  box.setAttribute("aria-labelledby", heading.id);
  if (rows.every((row) => row.number === HIDDEN)) {
    put(box, "p", { class: "soft" }, "Each of these is fewer than 5: nothing is drawn.");
    return box;
  }
  const pair = put(box, "div", { class: "drawn" });
  pair.append(picture(rows, heading.id, short), table(title, column, rows));
  return box;
}

/** @type {(rows: Row[], labelledBy: string, short: boolean) => SVGElement} */
function picture(rows, labelledBy, short) {
  const step = short ? 24 : 40;
  const most = Math.max(...rows.map((row) => row.number));
  const left = short ? LABEL_BESIDE : 0;
  const room = WIDTH - left - NUMBER;
  const svg = drawn("svg", { viewBox: `0 0 ${WIDTH} ${rows.length * step}`, role: "img", "aria-labelledby": labelledBy });
  rows.forEach((row, at) => {
    const top = at * step;
    const hidden = row.number === HIDDEN;
    const length = hidden ? HIDDEN_LENGTH : Math.max(HIDDEN_LENGTH, (row.number / most) * room);
    const bar = short ? top + 3 : top + 20;
    svg.append(
      label(row.name, 0, short ? top + 17 : top + 14, "name"),
      drawn("rect", { x: left, y: bar, width: length, height: short ? 18 : 14, rx: 2, class: hidden ? "unknown" : "bar" }),
      label(inWords(row.number), left + length + 6, bar + (short ? 14 : 11), "number"),
    );
  });
  return svg;
}

/** @type {(title: string, column: string, rows: Row[]) => HTMLElement} */
function table(title, column, rows) {
  const made = element("table");
  put(made, "caption", { class: "hidden-words" }, title);
  const head = put(put(made, "thead"), "tr");
  put(head, "th", { scope: "col" }, column);
  put(head, "th", { scope: "col", class: "figure" }, "Reports");
  const body = put(made, "tbody");
  for (const row of rows) {
    const line = put(body, "tr");
    put(line, "th", { scope: "row" }, row.name);
    put(line, "td", { class: "figure" }, inWords(row.number));
  }
  return made;
}

/** @type {(words: string, x: number, y: number, look: string) => SVGElement} */
function label(words, x, y, look) {
  const made = drawn("text", { x, y, class: look });
  made.textContent = words;
  return made;
}

/** @type {(name: string, attributes: Record<string, string | number>) => SVGElement} */
function drawn(name, attributes) {
  const made = /** @type {SVGElement} */ (document.createElementNS(SVG, name));
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
