/** Cards under a report: each has a title, and a part that follows the case as it changes. */

import { element } from "./draw.js";
import { put } from "./forms.js";

/** @typedef {import("./context.js").Context} Context */

let number = 0;

/** @type {(title: string, ...inside: (Element | string)[]) => HTMLElement} */
export function card(title, ...inside) {
  const id = `card-${++number}`;
  const made = element("section", { class: "card", "aria-labelledby": id });
  put(made, "h2", { id }, title);
  made.append(...inside);
  return made;
}

/** What is drawn anew with each case; now too. @type {(context: Context, draw: () => unknown) => void} */
export function follow(context, draw) {
  context.listeners.push(draw);
  draw();
}

/** A form that waits until it is wanted. @type {(words: string, form: HTMLElement) => HTMLElement} */
export function later(words, form) {
  const details = element("details", { class: "no-print" });
  put(details, "summary", {}, words);
  details.append(form);
  return details;
}

/** The day here and now, as `2026-11-22`. */
export const today = () => new Date().toISOString().slice(0, 10);
