// Keeps the list of messages as the phone shows it: arrivals, edits and deletions in place.

import { bubble } from "./bubbles.js";
import { byId } from "./elements.js";

const log = byId("log");
const list = byId("messages");
const shown = new Map();
let first = true;

/** Show these messages; `edit` is called with a message whose Edit is pressed. */
export function showMessages(messages, edit) {
  const stayed = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  const focused = whereFocusIs();
  let mine = false;
  forget(new Set(messages.map((message) => message.id)));
  for (const message of messages) {
    const form = JSON.stringify(message);
    const before = shown.get(message.id);
    if (before?.form === form) continue;
    const item = bubble(message, edit);
    if (before) {
      item.classList.add("changed");
      before.item.replaceWith(item);
    } else {
      list.append(item);
      mine ||= message.who === "me";
    }
    shown.set(message.id, { form, item });
  }
  if (focused) giveFocusBack(focused);
  if (stayed || mine || first) log.scrollTop = log.scrollHeight;
  first = false;
}

function forget(kept) {
  for (const [id, { item }] of shown) {
    if (kept.has(id)) continue;
    item.remove();
    shown.delete(id);
  }
}

/** Remember which card held the focus: an edit in place must not throw it away. */
function whereFocusIs() {
  const item = document.activeElement?.closest?.("#messages > li");
  return item ? { id: Number(item.dataset.id), label: document.activeElement.textContent } : null;
}

function giveFocusBack({ id, label }) {
  if (list.contains(document.activeElement)) return;
  const card = shown.get(id)?.item ?? list.lastElementChild;
  const buttons = [...(card?.querySelectorAll(".rows button, .rows a") ?? [])];
  const same = buttons.find((button) => button.textContent === label);
  (same ?? buttons[0] ?? byId("words")).focus({ preventScroll: true });
}
