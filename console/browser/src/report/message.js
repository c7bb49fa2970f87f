/** A message to a reporter who asked to be reachable in the chat: sealed to the bot's key, never to the server. */

import { toBase64 } from "../base/bytes.js";
import { element, entryList } from "./draw.js";
import { contactEntries } from "./contact.js";
import { actForm, field, put, tick } from "./forms.js";
import { card, today } from "./parts.js";
import { question } from "./entries.js";

/** @typedef {import("./context.js").Context} Context */

const COVER = "Name nobody, and promise nothing.";
const AFTER = "A neutral note comes first, at the next hour that the person allowed. Your words show after the person types the resume word: a word chosen to open this chat, known to nobody else.";
const SHOWN = ["Days for a note in the chat", "Hours (London)", "No note after"];

/** @type {(context: Context) => HTMLElement[]} */
export function messageCard(context) {
  const { summary } = context;
  const chat = summary?.contact.chat;
  if (!summary || !chat) return [];
  const bounds = entryList(contactEntries(summary).filter((one) => SHOWN.includes(one.name)), "brief");
  const made = card("A message to the chat", bounds);
  if (chat.until < today()) {
    put(made, "p", { class: "notice" }, `Nothing may be sent after ${chat.until}.`);
    return [made];
  }
  const waiting = put(made, "p", { class: "soft", "aria-live": "polite" });
  tellWaiting(waiting, context.post("waiting", { address: chat.address }));
  made.append(writing(context, chat, waiting));
  return [made];
}

/** @type {(place: HTMLElement, asked: Promise<{waiting: string[]}>) => Promise<any>} */
async function tellWaiting(place, asked) {
  try {
    const { waiting } = await asked;
    place.textContent = waiting.length
      ? `Not shown yet: ${waiting.length}, sent on ${waiting.join(", ")}.`
      : "No message waits to be shown.";
  } catch {
    place.textContent = "How many messages wait could not be found out.";
  }
}

/** @type {(context: Context, chat: import("./summary.js").InChat, waiting: HTMLElement) => HTMLElement} */
function writing(context, chat, waiting) {
  const longest = context.longestMessage;
  const words = /** @type {HTMLTextAreaElement} */ (element("textarea", { name: "words", required: "", dir: "auto" }));
  const left = element("p", { class: "soft small number" });
  const count = () => { left.textContent = `${[...words.value].length} of ${longest} characters`; };
  words.addEventListener("input", count);
  count();
  const form = actForm(context, {
    title: "Write to the person",
    button: "Send to the chat",
    fields: [field("Message", words, COVER), left, ...(chat.may_ask_more ? [skipped(context)] : []), element("p", { class: "hint" }, AFTER)],
    act: async (given) => {
      const questions = given.getAll("question").map(String);
      const sealed = await context.client.sealMessage(String(given.get("words")), questions, chat.key);
      const left = context.post("message", { address: chat.address, sealed: toBase64(sealed) });
      await left;
      await tellWaiting(waiting, left);
    },
    done: "The message is sent to the chat. It shows there at the next hour allowed.",
  });
  // A form tells of its reset before its fields are empty.
  form.addEventListener("reset", () => setTimeout(count));
  return form;
}

/**
 * Questions that she skipped, and allowed to be asked again. The phone says how many; she reads
 * which only as she answers them. @param {Context} context
 */
function skipped(context) {
  const box = element("fieldset");
  put(box, "legend", {}, "Ask again what was skipped");
  const answers = context.summary?.blocks.flatMap((block) => block.answers) ?? [];
  const open = answers.filter((one) => one.state === "skipped" && context.askable.has(one.step));
  box.append(...open.map((one) => tick("question", one.step, one.label || question(one))));
  if (!open.length) put(box, "p", { class: "soft" }, "Nothing was skipped that can be asked again.");
  return box;
}
