/** One line at the top of a report: what comes next. */

import { element } from "./draw.js";
import { today } from "./parts.js";
import { called } from "./tasks.js";

/** @typedef {import("./context.js").Context} Context */

/** Say it, as the case stands now. @param {Context} context */
export function startHere(context) {
  const place = document.getElementById("start");
  if (!place) return;
  const words = next(context);
  place.hidden = !words;
  if (place.textContent === words) return;
  // A day is not broken over two lines.
  place.replaceChildren(...words.split(/(\d{4}-\d\d-\d\d)/).map((part, at) =>
    at % 2 ? element("span", { class: "number" }, part) : part));
}

/** @type {(context: Context) => string} */
function next(context) {
  const { standing, me, colleagues } = context.now;
  if (standing.conflict === "conflict") return "Closed to this team: a conflict of interest was found.";
  if (!Object.keys(context.held).length) return "Start here: unlock your key.";
  if (standing.conflict === "unchecked") {
    return me.checks ? "Start here: open the conflict card, then say what you found." : waiting(colleagues);
  }
  if (!context.summary) return "Start here: show the report.";
  return [...limit(context), ...task(context)].join(" ") || "Next: make contact as the card says, then change the status.";
}

/** @param {any[]} colleagues */
function waiting(colleagues) {
  const names = checkers(colleagues);
  return names ? `Waits for the conflict check. Who can do it: ${names}.` : "Waits for the conflict check.";
}

/** Who can check for a conflict, by name. @param {any[]} colleagues */
export const checkers = (colleagues) =>
  colleagues.filter((one) => one.checks).map((one) => one.name).join(", ");

/** The nearest day to act by that is still to come. @type {(context: Context) => string[]} */
function limit({ summary }) {
  const days = (summary?.deadlines ?? []).map((one) => one.alert ?? "").filter((day) => day >= today()).sort();
  const unclear = summary?.deadlines.some((one) => one.state === "running");
  return [
    ...(unclear ? ["A time limit may be ending: ring and ask the day."] : []),
    ...(days.length ? [`Nearest day to act by: ${days[0]}.`] : []),
  ];
}

/** The next thing to be done. @type {(context: Context) => string[]} */
function task({ now }) {
  const [first] = now.tasks.filter((/** @type {any} */ one) => !one.done);
  return first ? [`Next task: ${called(first.kind).toLowerCase()}, by ${first.due}.`] : [];
}
