/** What takes two people: the officer's details, and deleting the report. */

import { openCard } from "./conflict.js";
import { element } from "./draw.js";
import { spoken } from "./entries.js";
import { actButton, actForm, choice, field, put } from "./forms.js";
import { when } from "./history.js";
import { card, follow, later } from "./parts.js";

/** @typedef {import("./context.js").Context} Context */

const MEANINGS = { officer: "See the officer's details", delete: "Delete this report" };
const DELETE = "It is gone for good, with its notes. A hold prevents it.";

/** @type {(context: Context) => HTMLElement} */
export function approvalsCard(context) {
  const list = element("div");
  const agreed = element("div");
  follow(context, () => {
    const { approvals } = context.now;
    list.replaceChildren(...approvals.map((/** @type {any} */ one) => approval(context, one)));
  });
  let stood = "";
  follow(context, () => {
    const mine = context.now.me.agreed.join();
    if (mine !== stood) agreed.replaceChildren(...allowed(context));
    stood = mine;
  });
  const asking = Object.keys(MEANINGS).map((kind) => later(`Ask: ${MEANINGS[kind].toLowerCase()}`, ask(context, kind)));
  return card("What takes two people", list, agreed, ...asking);
}

/** @type {(context: Context, one: any) => HTMLElement} */
function approval(context, one) {
  const box = element("div", { class: "translation" });
  const over = one.expires * 1000 < Date.now();
  put(box, "p", {}, `${MEANINGS[one.kind]}: asked by ${one.asked_name}, ${when(one.asked)} (${spoken(one.reason)})`);
  if (one.granted !== null) {
    const said = one.granted ? "Agreed" : "Not agreed";
    const until = one.granted ? `; counts until ${when(one.expires)}` : "";
    put(box, "p", { class: "soft small" }, `${said}: ${one.answered_name}${until}`);
  } else if (over) {
    put(box, "p", { class: "soft small" }, "Nobody answered in time.");
  } else if (one.asked_by !== context.now.me.id && context.now.me.answers) {
    const answer = (/** @type {boolean} */ granted) => () => context.post("answer", { approval: one.id, granted });
    box.append(
      actButton(context, "Agree", answer(true), { done: "You agreed." }),
      actButton(context, "Do not agree", answer(false), { done: "You did not agree." }),
    );
  } else {
    put(box, "p", { class: "soft small" }, "Waits for a second person.");
  }
  return box;
}

/** @type {(context: Context, kind: string) => HTMLElement} */
function ask(context, kind) {
  const reasons = context.now.choices.approvals[kind].map((/** @type {string} */ one) => [one, spoken(one)]);
  return actForm(context, {
    title: MEANINGS[kind],
    button: "Ask a second person",
    fields: [field("Reason", choice("reason", reasons))],
    act: (given) => context.post("ask", { kind, reason: given.get("reason") }),
    done: "A second person can answer now.",
  });
}

/** What both agreed on, to be done. @type {(context: Context) => HTMLElement[]} */
function allowed(context) {
  const { agreed, may } = context.now.me;
  const found = [];
  if (agreed.includes("officer")) {
    const place = element("div");
    const open = async () => place.replaceChildren(await openCard(context, "officer"));
    found.push(actButton(context, "Open the officer's details", open, { done: "The details are open." }), place);
  }
  if (agreed.includes("delete") && may.includes("keep")) {
    found.push(element("p", { class: "warning" }, DELETE));
    found.push(actButton(context, "Delete this report now", () => remove(context), { look: "danger" }));
  }
  return found;
}

/** @param {Context} context */
async function remove(context) {
  const { copies } = await context.post("delete");
  const words = copies.map((/** @type {any} */ one) => `${spoken(one.act)}: ${one.by}, ${when(one.at)}`);
  const gone = card("This report is deleted", ...(words.length ? [element("p", {}, "Copies that have to go too:")] : []));
  const list = put(gone, "ul");
  list.append(...words.map((/** @type {string} */ one) => element("li", {}, one)));
  put(gone, "a", { href: "/queue" }, "All reports");
  document.getElementById("report")?.replaceChildren(gone);
  context.load = async () => {};
}
