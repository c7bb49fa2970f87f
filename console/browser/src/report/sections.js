/**
 * A summary in the order in which a lawyer reads it: when, where, what, who, so far.
 *
 * The flow asks in another order, for good reasons; here each answer finds its section by its step.
 * What a later flow asks and nobody has placed yet comes last, never nowhere.
 */

import { answerEntry, entry, ifAny, named, question, spoken } from "./entries.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {import("./summary.js").Summary} Summary */
/** @typedef {{id: string, title: string, entries: Entry[], graphic: boolean}} Section */

const SECTIONS = [
  ["when", "When", "when_first when_last ongoing was_minor"],
  ["where", "Where", "nation body bodies officer_station"],
  ["what", "What", "tell own_words conduct effects context context_other discrimination evidence_types"],
  ["who", "Who", "relation role duty officer officer_vehicle officer_look people_involved service_status_now police_work in_contact others_affected age other_minor_now"],
  ["so_far", "So far", "linked letter solicitor reported_to complaint_status hearing_kind outcome outcome_after outcome_letter_date police_refs criminal_stage upcoming_what upcoming_when treatment"],
  ["wishes", "What was asked for", "ways hopes needs topics fear_of_retaliation"],
];

const REST = /** @type {const} */ (["rest", "How it was told"]);

/** Steps that the card for making contact shows; they are not said twice. */
const CONTACT = new Set("method value_phone value_email value_post reach_when voicemail code_phrase name_to_use chat_agree chat_days chat_hours chat_until chat_word chat_more still_safe withheld_number who_may_answer phone".split(" "));

/** What stays behind a tap until its reader wants it. */
const GRAPHIC = new Set(["own_words", "conduct", "officer_look", "effects"]);

/** @type {(summary: Summary) => Section[]} */
export function sections(summary) {
  const answers = summary.blocks.flatMap((block) => block.answers).filter((one) => !CONTACT.has(one.step));
  const placed = new Set(SECTIONS.flatMap(([, , steps]) => steps.split(" ")));
  const of = (/** @type {string[]} */ steps) =>
    steps.flatMap((step) => answers.filter((one) => one.step === step));
  const found = SECTIONS.map(([id, title, steps]) => section(id, title, of(steps.split(" ")), summary));
  const rest = answers.filter((one) => !placed.has(one.step));
  return [...found, section(REST[0], REST[1], rest, summary)].filter((one) => one.entries.length);
}

/** @type {(id: string, title: string, answers: import("./entries.js").Answer[], summary: Summary) => Section} */
function section(id, title, answers, summary) {
  const asked = answers.filter((one) => one.state !== "not_asked");
  const unasked = answers.filter((one) => one.state === "not_asked").map(question);
  return {
    id,
    title,
    entries: [
      ...asked.flatMap((one) => [answerEntry(one), ...dated(summary.dates[one.step], one.step)]),
      ...(unasked.length ? [entry("Not asked", unasked, { quiet: true })] : []),
    ],
    graphic: asked.some((one) => GRAPHIC.has(one.step) && Boolean(one.text || one.labels?.length)),
  };
}

/** What a remembered date can mean. @type {(dated: any, step: string) => Entry[]} */
function dated(dated, step) {
  if (!dated) return [];
  if (typeof dated === "string") return [entry(`${named(step)}, as a date`, [dated])];
  const first = dated.earliest ? `from ${dated.earliest}` : "from an unknown day";
  const last = dated.latest ? `to ${dated.latest}` : "with no last day";
  const day = dated.earliest && dated.earliest === dated.latest ? dated.earliest : `${first} ${last}`;
  return [entry(`${named(step)}, as a date`, [`${day}${dated.about ? ", around then" : ""}`])];
}

/** Which queue the rules chose and why, the marks, the version. @type {(summary: Summary) => Entry[]} */
export function routeEntries(summary) {
  const { route, names } = summary;
  const inWords = (/** @type {string} */ name) => names[name] || named(name.replace(/^Q\d+_/, "").toLowerCase());
  const limits = new Map(summary.deadlines.map((one) => [one.rule, one.name ?? ""]));
  const because = (/** @type {{step: string, values: string[]}[]} */ list) =>
    list.map((one) => `${limits.get(one.step) || named(one.step)}: ${one.values.map(spoken).join(", ")}`);
  const flags = summary.flags.map((flag) => {
    const why = because(summary.reasons[flag] ?? []).join("; ");
    return `${names[flag] ?? named(flag)}${why ? ` (${why})` : ""}`;
  });
  return [
    entry("Queue", [inWords(route.queue)]),
    ...ifAny("Rule", route.rule ? [route.rule] : []),
    ...ifAny("Chosen because of", because(route.because)),
    ...ifAny("Other tags", route.tags.filter((tag) => tag !== route.queue).map(inWords)),
    ...ifAny("Flags", flags),
  ];
}

/** What a consent is for, where its key says little. */
const PURPOSES = {
  hold_draft: "Keep the answers until they are sent",
  keep_longer_joint_claim: "Keep it longer for a joint claim",
};

/** Each consent, given or refused, with the text that was shown. @type {(summary: Summary) => Entry[]} */
export function consentEntries(summary) {
  return summary.consents.map((one) => {
    const given = one.given ? "given" : "not given";
    const day = one.day ? ` on ${one.day}` : "";
    return entry(PURPOSES[one.purpose] ?? named(one.purpose), [`${given}${day} (text version ${one.version})`, one.text], { quiet: !one.given });
  });
}
