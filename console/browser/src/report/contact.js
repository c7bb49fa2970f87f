/** How the reporter may be reached, and what to know before anyone rings: as `intake/contact.py`. */

import { answerEntry, entry, ifAny, keyOrWords, named } from "./entries.js";
import { inEnglish } from "./form.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {import("./entries.js").Answer} Answer */
/** @typedef {import("./summary.js").Summary} Summary */

/** The questions whose answers whoever rings has to know before the number. */
const BEFORE = ["still_safe", "phone", "in_contact", "withheld_number", "who_may_answer", "code_phrase"];

/** Who else may be near, then the way and the number, then when and how. @type {(s: Summary) => Entry[]} */
export function contactEntries(summary) {
  const { contact } = summary;
  const given = said(summary);
  const way = summary.adds_to ? additionsWay(contact, given) : named(contact.method) || "None given";
  return [
    ...BEFORE.filter((name) => given.has(name)).map((name) => before(given.get(name))),
    entry("Way", [way]),
    ...ifAny("Number or address", contact.value ? [contact.value] : []),
    ...ifAny("When", contact.when.map(keyOrWords)),
    ...(contact.chat ? inChat(contact.chat) : []),
    ...ifAny("Voicemail or text", contact.voicemail ? [keyOrWords(contact.voicemail)] : []),
    ...ifAny("Name to use", contact.name_to_use ? [contact.name_to_use] : []),
  ];
}

/** @type {(summary: Summary) => Map<string, Answer>} */
function said(summary) {
  const answers = summary.blocks.flatMap((block) => block.answers);
  return new Map(
    answers
      .filter((one) => !["not_asked", "skipped"].includes(one.state ?? "answered"))
      .map((one) => [one.step, one]),
  );
}

/** @type {(answer: Answer) => Entry} */
function before(answer) {
  const { words, quiet } = answerEntry(answer);
  return entry(answer.label || named(answer.step), words, { quiet, english: inEnglish(answer) });
}

/** @type {(contact: Summary["contact"], given: Map<string, Answer>) => string} */
function additionsWay(contact, given) {
  const safe = given.get("still_safe")?.values ?? [];
  if (safe.includes("stop")) return "Do not contact the person";
  if (contact.method && (contact.method !== "i_will_contact" || given.has("method"))) {
    return named(contact.method);
  }
  if (safe.includes("other")) return "Not as in the first report; no other way given";
  return "Not asked here: see the first report";
}

/** @type {(chat: import("./summary.js").InChat) => Entry[]} */
function inChat(chat) {
  return [
    ...ifAny("Days for a note in the chat", chat.days.map(named)),
    ...ifAny("Hours (London)", chat.hours.map(named)),
    entry("No note after", [chat.until]),
    entry("May ask about skipped questions", [chat.may_ask_more ? "yes" : "no"]),
  ];
}
