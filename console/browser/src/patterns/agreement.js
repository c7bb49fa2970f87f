/** What takes two people here: asking for it, answering it, and how long it lasts. */
import { get, post } from "../asking.js";
import { pageToken } from "../asking/sending.js";
import { element } from "../report/draw.js";
import { spoken } from "../report/entries.js";
import { choice, field, put } from "../report/forms.js";
import { place, tell } from "./page.js";

const TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const time = (/** @type {number} */ seconds) => TIME.format(new Date(seconds * 1000));

/**
 * Show how it stands, and ask again how it stands after each act.
 * @param {any} standing as console/patterns/pages.py gives it; kept up to date
 * @param {() => void} changed
 */
export function showAgreement(standing, changed) {
  const box = document.createDocumentFragment();
  const act = async (/** @type {() => Promise<unknown>} */ what) => {
    try {
      await what();
      Object.assign(standing, await get("/patterns/standing"));
      showAgreement(standing, changed);
      place("agreement").focus();
      changed();
    } catch (fault) {
      tell(fault);
    }
  };
  const line = (/** @type {string} */ words, look = "") =>
    box.append(element("p", look ? { class: look } : {}, words));
  if (standing.agreement) {
    const { answered_name: name, until } = standing.agreement;
    line(`${name} agreed. Officers can be compared until ${time(until)}.`);
  } else if (!standing.checks) {
    line("Officers are compared by conflict checkers only. The timeline and the counts are for everybody who reads reports.");
  } else if (standing.mine.length) {
    line(`You asked a second person on ${time(standing.mine[0].asked)}. Nobody has answered yet.`);
    box.append(button("Look again", () => act(async () => {})));
  } else {
    box.append(askForm(standing.reasons, act));
  }
  for (const one of standing.others) box.append(answerCard(one));
  place("agreement").replaceChildren(box);
}

/** @typedef {(what: () => Promise<unknown>) => Promise<void>} Act */

/** @param {string[]} reasons @param {Act} act */
function askForm(reasons, act) {
  const form = element("form");
  const hours = place("agreement").dataset.hours;
  put(form, "p", {}, `Comparing officers takes two people. Once a supervisor or another conflict checker agrees, it can be done for ${hours} hours.`);
  const select = choice("reason", reasons.map((one) => [one, capital(spoken(one))]));
  form.append(field("What for", select));
  put(put(form, "div", { class: "actions" }), "button", { type: "submit" }, "Ask a second person");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act(() => post("/patterns/ask", { reason: select.value }));
  });
  return form;
}

/** A plain form, as on every page where such a question is answered. @param {any} one */
function answerCard(one) {
  const box = element("form", { class: "notice", method: "post", action: `/approvals/${one.id}` });
  put(box, "p", {}, `${one.asked_name} asks to compare officers over all reports. What for: ${spoken(one.reason)}. Asked ${time(one.asked)}.`);
  put(box, "input", { type: "hidden", name: "token", value: pageToken() });
  const actions = put(box, "div", { class: "actions" });
  put(actions, "button", { type: "submit", name: "granted", value: "yes" }, "Agree");
  put(actions, "button", { type: "submit", name: "granted", value: "no" }, "Refuse");
  return box;
}

/** @param {string} words @param {() => unknown} pressed */
function button(words, pressed) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", pressed);
  return made;
}

/** @param {string} word */
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
