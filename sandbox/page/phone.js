// The phone page: shows each picture of the phone that the sandbox sends.

import { begin, edit, showCommands } from "./composer.js";
import { byId } from "./elements.js";
import { showMessages } from "./log.js";
import { showToast } from "./toasts.js";
import { number, watch } from "./wire.js";

const calm = `phone ${number}`;
let typing;

function show(picture) {
  byId("bot").textContent = picture.bot;
  byId("face").textContent = [...picture.bot][0] ?? "";
  document.title = `${picture.bot} · phone ${number}`;
  const fresh = !picture.opened || picture.messages.length === 0;
  byId("welcome").hidden = !fresh;
  byId("about").textContent = picture.description || "No messages here yet.";
  byId("start").hidden = !fresh;
  byId("composer").hidden = !picture.opened && fresh;
  showState(picture);
  showCommands(picture.commands);
  showMessages(picture.messages, edit);
  showToast(picture.toast);
}

function showState(picture) {
  clearTimeout(typing);
  byId("state").textContent = picture.typing ? "typing …" : calm;
  if (picture.blocked) byId("state").textContent = `${calm}, bot blocked`;
  if (picture.typing) typing = setTimeout(() => { byId("state").textContent = calm; }, 5000);
}

byId("other").href = `/?phone=${number + 1}`;
byId("other").textContent = `Open phone ${number + 1}`;
begin();
watch(show, () => { byId("state").textContent = "waiting for the sandbox …"; });
