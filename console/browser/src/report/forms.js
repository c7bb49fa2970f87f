/** Forms that a script sends: nothing typed is lost, faults stand under the button, keyboards work. */

import { element } from "./draw.js";
import { changesAfter } from "./history.js";

let number = 0;

/** @type {(parent: Element, name: string, attributes?: Record<string, string>, words?: string) => HTMLElement} */
export function put(parent, name, attributes = {}, words = "") {
  const made = element(name, attributes, words);
  parent.append(made);
  return made;
}

/**
 * A control under its label.
 * @param {string} label @param {HTMLElement} control @param {string} [hint]
 */
export function field(label, control, hint = "") {
  const box = element("div", { class: "field" });
  control.id = `control-${++number}`;
  put(box, "label", { for: control.id }, label);
  if (hint) {
    control.setAttribute("aria-describedby", `${control.id}-hint`);
    put(box, "span", { class: "hint", id: `${control.id}-hint` }, hint);
  }
  box.append(control);
  return box;
}

/** @param {string} name @param {readonly (readonly [string, string])[]} options value, words */
export function choice(name, options) {
  const control = element("select", { name });
  choose(control, options);
  return /** @type {HTMLSelectElement} */ (control);
}

/** Offer other options; what was chosen stays chosen where it can. @type {(control: HTMLElement, options: readonly (readonly [string, string])[]) => void} */
export function choose(control, options) {
  const select = /** @type {HTMLSelectElement} */ (control);
  const before = select.value;
  select.replaceChildren(...options.map(([value, words]) => element("option", { value }, words)));
  if (options.some(([value]) => value === before)) select.value = before;
}

/** A box to tick. @param {string} name @param {string} value @param {string} words */
export function tick(name, value, words, checked = false) {
  const label = element("label", { class: "check" });
  const box = put(label, "input", { type: "checkbox", name, value });
  if (checked) box.setAttribute("checked", "");
  put(label, "span", { dir: "auto" }, words);
  return label;
}

/**
 * @param {import("./context.js").Context} context
 * @param {object} how
 * @param {string} how.title
 * @param {string} how.button
 * @param {(Element | string)[]} [how.fields]
 * @param {(given: FormData) => Promise<unknown>} how.act
 * @param {string} [how.done] said when it is done
 * @param {string} [how.look] class of the button
 */
export function actForm(context, { title, button, fields = [], act, done = "Kept.", look = "" }) {
  const id = `form-${++number}`;
  const form = /** @type {HTMLFormElement} */ (element("form", { "aria-labelledby": id, class: "act" }));
  put(form, "h3", { id }, title);
  form.append(...fields);
  const actions = put(form, "div", { class: "actions" });
  put(actions, "button", { type: "submit", ...(look ? { class: look } : {}) }, button);
  const told = put(form, "div", { role: "alert" });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = new FormData(form, /** @type {SubmitEvent} */ (event).submitter);
    doing(context, form, told, async () => {
      await act(given);
      form.reset();
    }, done);
  });
  return form;
}

/** A button by itself. @type {(context: import("./context.js").Context, words: string, act: () => Promise<unknown>, how?: {done?: string, look?: string}) => HTMLElement} */
export function actButton(context, words, act, { done = "", look = "" } = {}) {
  const box = element("div", { class: "act" });
  const button = put(box, "button", { type: "button", ...(look ? { class: look } : {}) }, words);
  const told = put(box, "div", { role: "alert" });
  button.addEventListener("click", () => doing(context, box, told, act, done));
  return box;
}

/** @type {(context: import("./context.js").Context, place: HTMLElement, told: HTMLElement, what: () => Promise<unknown>, done: string) => Promise<void>} */
async function doing(context, place, told, what, done) {
  if (place.getAttribute("aria-busy") === "true") return;
  const seen = context.now?.standing.version ?? 0;
  place.setAttribute("aria-busy", "true");
  told.replaceChildren();
  context.say("Working.");
  try {
    await what();
    context.say(done);
    await context.load();
  } catch (fault) {
    context.say("");
    told.append(await faultBox(context, fault, seen));
  } finally {
    place.removeAttribute("aria-busy");
  }
}

/** @type {(context: import("./context.js").Context, fault: any, seen: number) => Promise<HTMLElement>} */
async function faultBox(context, fault, seen) {
  const box = element("div", { class: fault.cancelled ? "notice" : "warning" });
  put(box, "p", {}, [fault.message, fault.remedy].filter(Boolean).join(" ").trim());
  if (fault.status === 409) {
    await context.load().catch(() => {});
    box.append(...changesAfter(context.now, seen));
  }
  return box;
}
