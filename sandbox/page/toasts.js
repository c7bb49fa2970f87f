// Lines for a moment and alerts until they are closed: what the bot's answers to a press show.

import { byId } from "./elements.js";

const line = byId("toast");
const alert = byId("alert");
let last = null;
let timer;

/** Show the newest toast, unless it is the one that was there when the page was opened. */
export function showToast(toast) {
  const number = toast?.number ?? 0;
  const fresh = last !== null && number > last;
  last = number;
  if (!fresh) return;
  if (toast.alert) {
    byId("alert-text").textContent = toast.text;
    if (!alert.open) alert.showModal();
    return;
  }
  say(toast.text);
}

/** Show a line for a moment: the phone's own, or the bot's. */
export function say(text) {
  line.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => { line.textContent = ""; }, 2500 + 40 * text.length);
}
