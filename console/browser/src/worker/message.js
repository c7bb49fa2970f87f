/**
 * A message to a reporter's chat, sealed to the bot's own key exactly as intake/messages.py does:
 * the bot refuses whatever that module cannot have made.
 */
import { padded, toUtf8 } from "../base/bytes.js";
import { Fault } from "../base/fault.js";
import { sealTo } from "../keys/age.js";

const LONGEST_TEXT = 1500;
const MOST_QUESTIONS = 20;
const PADDED = 8 * 1024;
const VERSION = 1;
/** Controls, halves of pairs, private and unassigned characters: no plain text. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu;
/** What Python's `strip` takes away and a little more. */
const ENDS = /^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/g;

/**
 * @param {{text: string, questions?: string[], key: string}} given `questions` are ids of steps
 * @returns {Promise<Uint8Array>} throws `bad_message`, `bad_key`
 */
export async function sealMessage({ text, questions = [], key }) {
  const words = cleaned(text);
  const length = [...words].length;
  if (length === 0) throw new Fault("bad_message", "The message is empty.");
  if (length > LONGEST_TEXT) {
    const over = length - LONGEST_TEXT;
    const sentence = `It is ${over} characters longer than ${LONGEST_TEXT}. Nothing was cut.`;
    throw new Fault("bad_message", sentence);
  }
  if (questions.length > MOST_QUESTIONS) {
    throw new Fault("bad_message", `It asks for more than ${MOST_QUESTIONS} questions.`);
  }
  const written = { text: words, questions, version: VERSION };
  const plain = padded(toUtf8(JSON.stringify(written)), [PADDED]);
  if (plain === null) throw new Fault("too_long");
  return sealTo([key], plain);
}

/** @param {string} text @returns {string} with plain line ends, without control characters */
export function cleaned(text) {
  const lines = text.replace(/\r\n?/g, "\n");
  // Ends last: what stood before a control character at the end may be a space.
  return lines.replace(UNSEEN, (one) => (one === "\n" ? one : "")).replace(ENDS, "");
}
