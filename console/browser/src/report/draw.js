/** Entries on the page. Words are set as text, never as markup, each in its own direction. */

import { visible } from "./entries.js";

/** @typedef {import("./entries.js").Entry} Entry */

/** @type {(name: string, attributes?: Record<string, string>, words?: string) => HTMLElement} */
export function element(name, attributes = {}, words = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (words) made.textContent = visible(words);
  return made;
}

/** A list of entries: the question small, the words against it. @type {(entries: Entry[], look?: string) => HTMLElement} */
export function entryList(entries, look = "") {
  const list = element("dl", { class: `entries ${look}`.trim() });
  for (const one of entries) {
    const several = one.quiet && one.words.length > 1 ? { class: "several" } : {};
    const row = element("div", one.step ? { "data-step": one.step, ...several } : several);
    row.append(element("dt", { dir: "auto", ...(one.language ? { lang: one.language } : {}) }, one.name));
    for (const words of one.words) {
      const attributes = { dir: "auto", class: one.quiet ? "quiet" : "verbatim" };
      const language = !one.quiet && one.language ? { lang: one.language } : {};
      row.append(element("dd", { ...attributes, ...language }, words));
    }
    if (one.english) row.append(element("dd", { class: "form-words soft small", lang: "en" }, one.english));
    list.append(row);
  }
  return list;
}

/** A titled section. @type {(id: string, title: string, entries: Entry[]) => HTMLElement} */
export function sectionOf(id, title, entries) {
  const section = element("section", { id: `section-${id}`, "aria-labelledby": `title-${id}` });
  section.append(element("h2", { id: `title-${id}` }, title), entryList(entries));
  return section;
}

/**
 * The same, closed: it opens when its reader wants it.
 * @type {(id: string, title: string, entries: Entry[], ask: string) => HTMLElement}
 */
export function behindATap(id, title, entries, ask) {
  const section = element("section", { id: `section-${id}`, "aria-labelledby": `title-${id}` });
  const details = element("details");
  details.append(element("summary", {}, ask), entryList(entries));
  section.append(element("h2", { id: `title-${id}` }, title), details);
  return section;
}
