/** How the report stands: status, the word its reporter hears, who has it, its labels. */

import { element } from "./draw.js";
import { spoken } from "./entries.js";
import { actForm, choice, choose, field, tick } from "./forms.js";
import { card, follow, later } from "./parts.js";
import { tasksPart } from "./tasks.js";

/** @typedef {import("./context.js").Context} Context */

const HEARS = "Told to whoever asks with the code. A refusal is told by a person, never by the bot.";

/** @type {readonly [string, string]} */
const UNCHOSEN = ["", "Choose one"];

/** @type {(context: Context) => HTMLElement} */
export function standingCard(context) {
  return card("How it stands", status(context), tasksPart(context), later("Change who has it", assignee(context)),
    later("Change its labels", labels(context)), later("Change what the reporter hears", heard(context)),
    ...(context.now.me.checks ? [later("Put the conflict check right", finding(context))] : []));
}

/** @param {Context} context */
function finding(context) {
  return actForm(context, {
    title: "Conflict check",
    button: "Change the finding",
    fields: [field("Finding", choice("finding", [["clear", "No conflict"], ["conflict", "Conflict: close it to the team"]]))],
    act: (given) => context.act("finding", { finding: given.get("finding") }),
    done: "The finding is changed.",
  });
}

/** @param {Context} context */
function status(context) {
  // Nothing is chosen beforehand: Enter in a hurry must not close a report.
  const to = choice("status", []);
  const why = choice("reason", [UNCHOSEN, ...context.now.choices.reasons.map((/** @type {string} */ one) => [one, spoken(one)])]);
  to.required = true;
  const reason = field("Reason", why, "The reporter is not told.");
  const closing = () => { reason.hidden = !(why.required = to.value === "closed"); };
  to.addEventListener("change", closing);
  follow(context, () => {
    // A referral has a form of its own: it takes the person's consent.
    const open = context.now.may_follow.filter((/** @type {string} */ one) => one !== "referred");
    choose(to, [UNCHOSEN, ...open.map((/** @type {string} */ one) => [one, spoken(one)])]);
    closing();
  });
  return actForm(context, {
    title: "Status",
    button: "Change the status",
    fields: [field("New status", to), reason],
    act: (given) => context.act("status", {
      status: given.get("status"),
      reason: given.get("status") === "closed" ? given.get("reason") : "",
    }),
    done: "The status is changed.",
  });
}

/** @param {Context} context */
function heard(context) {
  const words = context.now.choices.words.map((/** @type {string} */ one) => [one, spoken(one)]);
  return actForm(context, {
    title: "Word for the reporter",
    button: "Change the word",
    fields: [field("The reporter hears", choice("word", words), HEARS)],
    act: (given) => context.act("word", { word: given.get("word") }),
    done: "The word is changed.",
  });
}

/** @param {Context} context */
function assignee(context) {
  const to = choice("to", []);
  follow(context, () => {
    const { me, colleagues } = context.now;
    const all = me.may.includes("assign");
    const people = colleagues.filter((one) => one.sees && (all || one.id === me.id));
    choose(to, [["", "Nobody"], ...people.map((one) => [one.id, one.name])]);
  });
  return actForm(context, {
    title: "With",
    button: "Give it to",
    fields: [field("Person", to, "Only who can open the report is named here.")],
    act: (given) => context.act("assign", { to: given.get("to") }),
    done: "The report is given.",
  });
}

/** @param {Context} context */
function labels(context) {
  const boxes = element("fieldset");
  let shown = "";
  follow(context, () => {
    // What was ticked and not yet kept stays ticked while the labels are what they were.
    const borne = context.now.labels.join();
    if (shown === `of ${borne}`) return;
    shown = `of ${borne}`;
    const all = [...new Set([...context.now.choices.labels, ...context.now.labels])];
    boxes.replaceChildren(
      element("legend", {}, "Labels"),
      ...all.map((one) => tick("label", one, one, context.now.labels.includes(one))),
    );
  });
  return actForm(context, {
    title: "Labels",
    button: "Change the labels",
    fields: [boxes],
    act: (given) => {
      const wanted = given.getAll("label");
      const borne = context.now.labels;
      return context.act("labels", {
        add: wanted.filter((one) => !borne.includes(one)),
        remove: borne.filter((/** @type {string} */ one) => !wanted.includes(one)),
      });
    },
    done: "The labels are changed.",
  });
}
