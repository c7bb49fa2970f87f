// What the bot's answers to a press show: a line for a moment, or an alert until it is closed.

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
  line.textContent = toast.text;
  clearTimeout(timer);
  timer = setTimeout(() => { line.textContent = ""; }, 2500 + 40 * toast.text.length);
}
