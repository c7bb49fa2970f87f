/** Private notes, sealed in this browser to everybody who can open the report. */

import { element } from "./draw.js";
import { spoken } from "./entries.js";
import { actForm, field, put } from "./forms.js";
import { when } from "./history.js";
import { card, follow } from "./parts.js";

/** @typedef {import("./context.js").Context} Context */

const KINDS = { hold: "Why it is on hold", referral: "Referred to" };
export const LONGEST = "12000";

/** @type {(context: Context) => HTMLElement} */
export function notesCard(context) {
  const list = element("div");
  follow(context, async () => {
    const drawn = context.now.notes.map((/** @type {any} */ one) => note(context, one));
    list.replaceChildren(...(await Promise.all(drawn)));
  });
  const words = element("textarea", { name: "words", required: "", maxlength: LONGEST, dir: "auto" });
  const form = actForm(context, {
    title: "A new note",
    button: "Keep the note",
    fields: [field("Note", words, "Sealed to whoever can open this report. It cannot be changed later.")],
    act: async (given) => context.post("notes", { sealed: await context.sealed(String(given.get("words"))) }),
    done: "The note is kept.",
  });
  return card("Notes", list, form);
}

/** @type {(context: Context, one: any) => Promise<HTMLElement>} */
async function note(context, one) {
  const box = element("div", { class: "translation" });
  const { words, fault } = await context.words(one.sealed);
  const kind = KINDS[one.kind] ? `${KINDS[one.kind]}: ` : one.kind === "note" ? "" : spoken(one.kind);
  put(box, "p", { class: "soft small" }, `${kind}${one.by}, ${when(one.at)}`);
  put(box, "p", fault ? { class: "quiet" } : { class: "verbatim", dir: "auto" }, words);
  return box;
}
