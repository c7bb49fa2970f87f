/** Handing on: a referral, if she agreed to one; the report sealed to a colleague's key. */

import { toBase64 } from "../base/bytes.js";
import { actForm, choice, choose, field, put } from "./forms.js";
import { LONGEST } from "./notes.js";
import { element } from "./draw.js";
import { card, follow } from "./parts.js";

/** @typedef {import("./context.js").Context} Context */

const SHARE = "share_with_other_lawyer";
const NO_CONSENT = "Not possible: the person did not agree that it is shared with another law firm.";

/** @param {Context} context */
const agreed = (context) => context.summary?.consents.some((one) => one.purpose === SHARE && one.given) ?? false;

/** @type {(context: Context) => HTMLElement} */
export function referralCard(context) {
  const consent = agreed(context);
  const to = element("textarea", { name: "words", required: "", maxlength: LONGEST, dir: "auto" });
  const form = actForm(context, {
    title: "To another law firm",
    button: "Record the referral",
    fields: [field("To whom, and what was handed over", to, "Sealed, as a note.")],
    act: async (given) => context.act("refer", { consent, sealed: await context.sealed(String(given.get("words"))) }),
    done: "The referral is recorded.",
  });
  if (!consent) {
    for (const one of form.querySelectorAll("button, textarea")) one.setAttribute("disabled", "");
    put(form, "p", { class: "notice" }, NO_CONSENT);
  }
  return card("Referral", form);
}

/** @type {(context: Context) => HTMLElement[]} */
export function resealCard(context) {
  if (!context.now.me.may.includes("reseal")) return [];
  const to = choice("key", []);
  const form = actForm(context, {
    title: "Seal it to one more",
    button: "Seal it to this colleague",
    fields: [field("Colleague", to, "Those who work on reports, have a key, and cannot open this one.")],
    act: async (given) => {
      if (!context.stored) throw new Error("Show the report first.");
      const key = String(given.get("key"));
      const sealed = await context.client.reseal(context.stored, key);
      return context.post("reseal", { part: "report", key, sealed: toBase64(sealed) });
    },
    done: "The colleague can open the report now.",
  });
  const made = card("Share it with a colleague", form);
  follow(context, () => {
    const others = context.now.colleagues.filter((one) => !one.sees && one.reader_key);
    choose(to, others.map((one) => [one.reader_key, one.name]));
    made.hidden = !others.length;
  });
  return [made];
}
