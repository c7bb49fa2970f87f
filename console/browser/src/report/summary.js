/**
 * A decrypted summary with every gap filled, so that nothing after it has to ask whether a field is
 * there: docs/envelope-v1.schema.json, read as leniently as `intake/summary.py` does. An authentic
 * report must be readable even when it is not quite as published.
 */

/** @typedef {import("./entries.js").Answer} Answer */

/**
 * @typedef {object} InChat
 * @property {string} address base64 of 32 bytes
 * @property {string} key the bot's public key: what a message is sealed to
 * @property {string[]} days
 * @property {string[]} hours
 * @property {string} until ISO day
 * @property {boolean} may_ask_more
 */

/**
 * @typedef {object} Summary
 * @property {string} record_id
 * @property {string} language
 * @property {string} created
 * @property {string} sent
 * @property {string} flow_version
 * @property {string} flow_hash
 * @property {string | null} adds_to
 * @property {{id: string, title: string, answers: Answer[]}[]} blocks
 * @property {{purpose: string, given: boolean, text: string, version: string, day: string, language: string}[]} consents
 * @property {{method: string, value: string, when: string[], voicemail: string, name_to_use: string, chat: InChat | null}} contact
 * @property {{queue: string, rule: string, because: {step: string, values: string[]}[], tags: string[]}} route
 * @property {number | null} priority
 * @property {string[]} flags
 * @property {Record<string, {step: string, values: string[]}[]>} reasons
 * @property {Record<string, string>} names
 * @property {import("./limits.js").Deadline[]} deadlines
 * @property {Record<string, object | string | null>} dates
 */

/** @type {(value: unknown) => Record<string, any>} */
const table = (value) => (value && typeof value === "object" && !Array.isArray(value) ? value : {});
/** @type {(value: unknown) => any[]} */
const list = (value) => (Array.isArray(value) ? value : []);
/** @type {(value: unknown) => string} */
const text = (value) => (typeof value === "string" ? value : "");
/** @type {(value: unknown) => string[]} */
const texts = (value) => list(value).filter((one) => typeof one === "string");

/** @type {(sealed: unknown) => Summary} */
export function readSummary(sealed) {
  const all = table(sealed);
  const route = table(all.route);
  return {
    record_id: text(all.record_id),
    language: text(all.language),
    created: text(all.created),
    sent: text(all.sent),
    flow_version: text(all.flow_version),
    flow_hash: text(all.flow_hash),
    adds_to: text(all.adds_to) || null,
    blocks: list(all.blocks).map(table).map((block) => ({
      id: text(block.id),
      title: text(block.title),
      answers: list(block.answers).map(readAnswer),
    })),
    consents: list(all.consents).map(table).map((one) => ({
      purpose: text(one.purpose),
      given: one.given === true,
      text: text(one.text),
      version: text(one.version),
      day: text(one.day),
      language: text(one.language),
    })),
    contact: readContact(table(all.contact)),
    route: {
      queue: text(route.queue),
      rule: text(route.rule),
      because: list(route.because).map(readBecause),
      tags: texts(route.tags),
    },
    priority: typeof all.priority === "number" ? all.priority : null,
    flags: texts(all.flags),
    reasons: mapped(table(all.reasons), (one) => list(one).map(readBecause)),
    names: mapped(table(all.names), text),
    deadlines: list(all.deadlines).map(table).map((one) => ({ ...one, rule: text(one.rule) })),
    dates: mapped(table(all.dates), (one) => one),
  };
}

/** @type {(value: unknown) => Answer} */
export function readAnswer(value) {
  const one = table(value);
  return {
    step: text(one.step),
    label: text(one.label),
    question: text(one.question),
    language: text(one.language),
    state: text(one.state) || "answered",
    values: texts(one.values),
    labels: texts(one.labels),
    text: text(one.text),
    sealed_apart: one.sealed_apart === true,
  };
}

/** @type {(value: unknown) => {step: string, values: string[]}} */
const readBecause = (value) => ({ step: text(table(value).step), values: texts(table(value).values) });

/** @type {<T>(of: Record<string, any>, read: (value: any) => T) => Record<string, T>} */
const mapped = (of, read) => Object.fromEntries(Object.entries(of).map(([key, one]) => [key, read(one)]));

/** @type {(contact: Record<string, any>) => Summary["contact"]} */
function readContact(contact) {
  const chat = table(contact.chat);
  return {
    method: text(contact.method),
    value: text(contact.value),
    when: texts(contact.when),
    voicemail: text(contact.voicemail),
    name_to_use: text(contact.name_to_use),
    chat: contact.chat
      ? {
          address: text(chat.address),
          key: text(chat.key),
          days: texts(chat.days),
          hours: texts(chat.hours),
          until: text(chat.until),
          may_ask_more: chat.may_ask_more === true,
        }
      : null,
  };
}
