// The bottom of the phone: words, commands, and invented things to send.

import { byId, element } from "./elements.js";
import { act } from "./wire.js";

const form = byId("composer");
const words = byId("words");
const editing = byId("editing");
const menus = [byId("commands"), byId("attach")];
let edited = null;

/** Put a message of one's own into the text box to change it. */
export function edit(message) {
  edited = message.id;
  editing.hidden = false;
  words.value = message.text;
  words.focus();
}

function stopEditing() {
  edited = null;
  editing.hidden = true;
  words.value = "";
}

async function send() {
  const text = words.value.trim();
  if (!text) return;
  const id = edited;
  stopEditing();
  const sent = id === null ? await act("say", { text }) : await act("edit", { message_id: id, text });
  if (!sent && !words.value) words.value = text;
}

/** Show the commands that the bot offers. */
export function showCommands(commands) {
  byId("commands").hidden = commands.length === 0;
  const entries = commands.map(({ command, description }) => {
    const label = [element("b", { textContent: `/${command}` })];
    label.push(element("span", { textContent: description, dir: "auto" }));
    const button = element("button", { type: "button" }, ...label);
    button.addEventListener("click", () => act("say", { text: `/${command}` }));
    return element("li", {}, button);
  });
  byId("command-list").replaceChildren(...entries);
}

function closeMenus(but = null) {
  for (const menu of menus) if (menu !== but) menu.open = false;
}

/** Make everything at the bottom answer. */
export function begin() {
  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  words.addEventListener("keydown", (event) => {
    const onPhone = matchMedia("(pointer: coarse)").matches;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || onPhone) return;
    event.preventDefault();
    send();
  });
  byId("start").addEventListener("click", () => act("start"));
  byId("stop-editing").addEventListener("click", stopEditing);
  byId("attach").addEventListener("click", (event) => {
    const kind = event.target.closest("button")?.dataset.kind;
    if (kind) act("send", { kind });
  });
  for (const menu of menus) {
    menu.addEventListener("toggle", () => { if (menu.open) closeMenus(menu); });
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { closeMenus(); menu.querySelector("summary").focus(); }
    });
  }
  document.addEventListener("click", (event) => {
    const chosen = event.target.closest(".menu ul button");
    const menu = event.target.closest(".menu");
    closeMenus(chosen ? null : menu);
    if (chosen) words.focus();
  });
}
