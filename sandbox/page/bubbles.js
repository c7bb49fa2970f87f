// One message as a list item: the bubble, the buttons under it, and what can be done with it.

import { element, icon } from "./elements.js";
import { say } from "./toasts.js";
import { act } from "./wire.js";

const THINGS = {
  sticker: "Sticker",
  photo: "Photo",
  voice: "Voice note, 0:07",
  document: "invented.pdf",
  location: "A place",
  contact: "A contact",
  forward: "Forwarded message",
};

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short", hourCycle: "h23" });

/** Make the list item of a message; `edit` is called when its Edit is pressed. */
export function bubble(message, edit) {
  const item = element("li", { className: message.who });
  item.dataset.id = message.id;
  item.append(body(message));
  if (message.rows.length) {
    item.classList.add("with-buttons");
    item.append(keyboard(message));
  }
  if (message.who === "me") {
    item.append(acts(message, edit));
    item.addEventListener("click", () => item.classList.toggle("chosen"));
  }
  return item;
}

function body(message) {
  const said = element("span", { className: "sr" });
  const inside = element("div", { className: "bubble" }, said);
  said.textContent = message.who === "me" ? "You: " : "";
  if (message.kind in THINGS) {
    const name = element("span", { textContent: THINGS[message.kind] });
    inside.append(element("p", { className: "thing" }, icon(message.kind), name));
  }
  if (message.text) {
    inside.append(element("p", { className: "words", dir: "auto", textContent: message.text }));
  }
  const time = clock.format(new Date(message.date * 1000));
  const when = message.edited ? `edited ${time}` : time;
  inside.append(element("p", { className: "when", textContent: when }));
  return inside;
}

function keyboard(message) {
  const rows = message.rows.map((row) =>
    element("div", { className: "row" }, ...row.map((one) => button(message, one))));
  return element("div", { className: "rows" }, ...rows);
}

function button(message, { text, data, url, style, copy }) {
  const shared = { dir: "auto", textContent: text, className: style ?? "" };
  if (url) {
    const safe = /^https?:\/\//.test(url) ? { href: url, target: "_blank", rel: "noopener" } : {};
    return element("a", { ...shared, ...safe });
  }
  const made = element("button", { ...shared, type: "button" });
  if (copy !== null) {
    made.addEventListener("click", () => toClipboard(copy));
    return made;
  }
  made.addEventListener("click", async () => {
    made.ariaBusy = "true";
    await act("tap", { message_id: message.id, data });
    setTimeout(() => { made.ariaBusy = null; }, 3000);
  });
  return made;
}

/** Do as the phone itself does with such a button: the bot is told nothing. */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    say("Copied");
  } catch {
    say("This browser does not let the page copy.");
  }
}

function acts(message, edit) {
  const one = (label, work) => {
    const made = element("button", { type: "button", textContent: label });
    made.addEventListener("click", work);
    return made;
  };
  const remove = one("Delete", () => act("delete", { message_id: message.id }));
  const change = message.kind === "text" ? [one("Edit", () => edit(message))] : [];
  return element("div", { className: "acts" }, ...change, remove);
}
