/** What is to be done about the report, and by which day. */

import { element } from "./draw.js";
import { named } from "./entries.js";
import { actButton, actForm, choice, choose, field, put } from "./forms.js";
import { follow, later, today } from "./parts.js";

/** @typedef {import("./context.js").Context} Context */

/** What a task is called; the same words as on `/monday` (console/queue/week.py). */
const TASKS = {
  call: "Ring the person",
  write: "Write to the person",
  limit: "Check a time limit",
  refer: "Refer it",
  safeguard: "Safeguarding",
  withdrawal: "Answer a request to delete",
  other: "Something else",
};
/** @param {string} kind */
export const called = (kind) => TASKS[kind] ?? named(kind);

/** @type {(context: Context) => HTMLElement} */
export function tasksPart(context) {
  const part = element("div", { class: "part" });
  put(part, "h3", {}, "Tasks");
  const list = put(part, "div");
  follow(context, async () => {
    const drawn = await Promise.all(context.now.tasks.map((/** @type {any} */ one) => task(context, one)));
    list.replaceChildren(...(drawn.length ? drawn : [element("p", { class: "soft" }, "No task.")]));
  });
  part.append(later("Set a task", adding(context)));
  return part;
}

/** @type {(context: Context, one: any) => Promise<HTMLElement>} */
async function task(context, one) {
  const box = element("div", { class: "translation" });
  const late = !one.done && one.due < today() ? " (overdue)" : "";
  const state = one.done ? `done by ${one.done_by}` : `by ${one.due}${late}`;
  put(box, "p", {}, `${called(one.kind)}, ${state}${one.with ? `; with ${one.with}` : ""}`);
  if (one.sealed) {
    const { words, fault } = await context.words(one.sealed);
    put(box, "p", fault ? { class: "quiet" } : { class: "verbatim", dir: "auto" }, words);
  }
  if (!one.done) box.append(actButton(context, "Done", () => context.post("tasks/done", { task: one.id }), { done: "The task is done." }));
  return box;
}

/** @param {Context} context */
function adding(context) {
  const kinds = context.now.choices.tasks.map((/** @type {string} */ one) => [one, called(one)]);
  const due = element("input", { type: "date", name: "due", required: "", min: today() });
  // Beside the browser's own bubble, which is gone when somebody looks for it.
  due.addEventListener("invalid", () => due.setAttribute("aria-invalid", "true"));
  due.addEventListener("input", () => due.removeAttribute("aria-invalid"));
  const to = choice("to", []);
  follow(context, () => {
    const people = context.now.colleagues.filter((one) => one.sees);
    choose(to, [["", "Nobody yet"], ...people.map((one) => [one.id, one.name])]);
  });
  return actForm(context, {
    title: "A new task",
    button: "Set the task",
    fields: [
      field("What", choice("kind", kinds)),
      field("By", due, "The day by which it has to be done."),
      field("With", to),
      field("Words beside it", element("textarea", { name: "words", maxlength: "4000", dir: "auto" }), "Sealed. May stay empty."),
    ],
    act: async (given) => {
      const words = String(given.get("words")).trim();
      const sealed = words ? await context.sealed(words) : "";
      return context.post("tasks", { kind: given.get("kind"), due: given.get("due"), to: given.get("to"), sealed });
    },
    done: "The task is set.",
  });
}
