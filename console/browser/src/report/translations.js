/** Translations of one answer, sealed in the browser; each says whether a person or a machine made it. */

import { element } from "./draw.js";
import { tongue } from "./account.js";
import { named } from "./entries.js";
import { actForm, choice, field, put } from "./forms.js";
import { when } from "./history.js";

/** @type {(context: import("./context.js").Context, step: string) => HTMLElement} */
export function translationPlace(context, step) {
  const place = element("div", { class: "translations" });
  const list = put(place, "div");
  const draw = async () => {
    const mine = context.now.translations.filter((/** @type {any} */ one) => one.step === step);
    list.replaceChildren(...(await Promise.all(mine.map((/** @type {any} */ one) => drawn(context, one)))));
  };
  context.listeners.push(draw);
  draw();
  const details = put(place, "details", { class: "no-print" });
  put(details, "summary", {}, "Add a translation");
  details.append(adding(context, step));
  return place;
}

/** @type {(context: import("./context.js").Context, one: any) => Promise<HTMLElement>} */
async function drawn(context, one) {
  const box = element("div", { class: "translation" });
  const { words, fault } = await context.words(one.sealed);
  const maker = one.made_by === "machine" ? "by a machine, unchecked" : "by a person";
  put(box, "p", { class: "soft small" }, `Translation ${maker}, ${tongue(one.language)}; ${one.by}, ${when(one.at)}`);
  put(box, "p", fault ? { class: "quiet" } : { class: "verbatim", dir: "auto", lang: one.language }, words);
  return box;
}

/** @type {(context: import("./context.js").Context, step: string) => HTMLElement} */
function adding(context, step) {
  const words = element("textarea", { name: "words", required: "", dir: "auto", maxlength: "8000" });
  const language = element("input", { name: "language", value: "en", required: "", pattern: "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}", size: "8" });
  return actForm(context, {
    title: `Translation of “${named(step)}”`,
    button: "Keep the translation",
    fields: [
      field("Its words", words),
      field("Language", language, "A code such as en or ur"),
      field("Made by", choice("made_by", [["human", "A person"], ["machine", "A machine, unchecked"]])),
    ],
    act: async (given) =>
      context.post("translations", {
        step,
        language: given.get("language"),
        made_by: given.get("made_by"),
        sealed: await context.sealed(String(given.get("words"))),
      }),
    done: "The translation is kept beside the answer.",
  });
}
