/** How long the report is kept, and what keeps it: a hold, or her wish for a joint claim. */

import { element, entryList } from "./draw.js";
import { entry, ifAny, spoken } from "./entries.js";
import { actButton, actForm, field } from "./forms.js";
import { when } from "./history.js";
import { LONGEST } from "./notes.js";
import { card, follow, later } from "./parts.js";

/** @typedef {import("./context.js").Context} Context */

const LATER = "The time is counted anew from the last work on the report.";
const WISH = "keep_longer_joint_claim";
const WHY = { status: "by its status", keep_longer: "wish for a joint claim", withdrawn: "asked to be deleted" };

/** @type {(context: Context) => HTMLElement} */
export function keepingCard(context) {
  const facts = element("div");
  const acts = element("div");
  let stood = "";
  follow(context, () => {
    const { keeping, copies, me } = context.now;
    facts.replaceChildren(entryList(lines(keeping, copies), "brief"));
    const now = `${keeping.held_by}`;
    if (me.may.includes("keep") && (stood !== now || !acts.childElementCount)) acts.replaceChildren(hold(context));
    stood = now;
  });
  return card("How long it is kept", facts, acts);
}

/** @type {(keeping: any, copies: any[]) => import("./entries.js").Entry[]} */
function lines(keeping, copies) {
  return [
    ...ifAny("Kept until", keeping.ends ? [`${keeping.ends} (${WHY[keeping.why]}: ${keeping.term} from ${keeping.clock_from})`] : []),
    ...ifAny("The person was told", keeping.told ? [keeping.told] : []),
    ...ifAny("Later than told", keeping.told && keeping.ends > keeping.told ? [LATER] : []),
    ...ifAny("Legal hold", keeping.held_by ? [`by ${keeping.held_by}`] : keeping.held ? ["on another report under its code"] : []),
    ...ifAny("Longer for a joint claim", keeping.keep_longer ? ["yes, as the person wished"] : []),
    entry("Copies made", copies.length ? copies.map((one) => `${spoken(one.act)}: ${one.by}, ${when(one.at)}`) : ["none"], { quiet: !copies.length }),
  ];
}

/** @param {Context} context */
function hold(context) {
  if (context.now.keeping.held_by) {
    return actButton(context, "End the legal hold", () => context.act("release"), { done: "The hold is ended." });
  }
  const why = element("textarea", { name: "words", required: "", maxlength: LONGEST, dir: "auto" });
  return later("Put it on legal hold", actForm(context, {
    title: "Legal hold",
    button: "Put it on hold",
    fields: [field("Reason", why, "Sealed, as a note. While it is held nobody can delete it.")],
    act: async (given) => context.act("hold", { sealed: await context.sealed(String(given.get("words"))) }),
    done: "It is on hold.",
  }));
}

/** Her wish lies inside the envelope: whoever opens it first tells the clock. @param {Context} context */
export async function tellWish(context) {
  const wished = context.summary?.consents.some((one) => one.purpose === WISH && one.given);
  if (wished && !context.now.keeping.keep_longer) await context.post("keep-longer", { wished: true });
}
