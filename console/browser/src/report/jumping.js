/** Where what is on this page: a list of its headings. */

import { element } from "./draw.js";
import { put } from "./forms.js";

/** The list needs this much room beside the account; else it waits closed. */
const ROOM = matchMedia("(min-width: 60rem) and (min-height: 52rem)");

/** Every heading of the account, then the work. @type {() => HTMLElement} */
export function jumpList() {
  const nav = element("nav", { class: "jump no-print", "aria-label": "On this page" });
  const details = put(nav, "details");
  const fit = () => details.toggleAttribute("open", ROOM.matches);
  ROOM.onchange = fit;
  fit();
  put(details, "summary", {}, "On this page");
  const list = put(details, "ul");
  for (const one of document.querySelectorAll("#account h2, #first h2, #opened h2, #last h2")) {
    if (!one.id || one.closest("[hidden]")) continue;
    const item = put(list, "li", one.closest("#work") ? { class: "of-work" } : {});
    put(item, "a", { href: `#${one.id}` }, one.firstChild?.textContent ?? "");
  }
  return nav;
}
