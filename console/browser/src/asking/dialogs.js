/**
 * The two dialogs over a page: sign in again, and show the passkey again. Each is a <dialog>: the
 * page behind it stays as it is, the keyboard stays inside, Escape means "not now", and the focus
 * goes back where it was.
 */
import { signIn, stepUp } from "./ceremonies.js";
import { Refused } from "./sending.js";

/** @type {Promise<void> | null} */
let open = null;

/** Let her sign in without leaving the page; requests that fail together share one dialog. */
export function signInAgain() {
  const person = personOfPage();
  return shared({
    title: "You are signed out",
    elsewhere: /** @type {HTMLAnchorElement | null} */ (document.querySelector(".demonstration a")),
    words: "Nothing on this page is lost. Sign in again to go on.",
    button: "Sign in with my passkey",
    ceremony: async () => {
      await signIn(person);
      document.dispatchEvent(new CustomEvent("candour:signed-in"));
    },
  });
}

/** Ask for a fresh touch of the passkey. */
export function confirmFresh() {
  return shared({
    title: "Show your passkey again",
    words: "What you asked for needs it, so that nobody else does it at your desk.",
    button: "Use my passkey",
    ceremony: stepUp,
  });
}

/** Ask a question that yes or no answers. @param {string} question @param {string} yes */
export function sure(question, yes) {
  return shared({ title: question, words: "", button: yes, ceremony: async () => {} });
}

/** Say what went wrong, over the page. @param {Refused} fault */
export function said(fault) {
  const asking = { title: fault.fault, words: fault.remedy, button: "Close" };
  return shared({ ...asking, ceremony: async () => {} }).catch(() => {});
}

/** @returns {string | undefined} staff id of whoever this page was made for */
const personOfPage = () =>
  /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="candour-person"]'))
    ?.content;

/** @param {Asking} asking @returns {Promise<void>} throws `Refused` (cancelled) */
function shared(asking) {
  open ??= shown(asking).finally(() => {
    open = null;
  });
  return open;
}

/**
 * @typedef {{title: string, words: string, button: string, ceremony: () => Promise<unknown>, elsewhere?: HTMLAnchorElement | null}} Asking
 * `elsewhere` leads out where nobody has a passkey to show: in the demonstration
 * @param {Asking} asking
 * @returns {Promise<void>}
 */
function shown({ title, words, button, ceremony, elsewhere }) {
  const dialog = document.createElement("dialog");
  const heading = put(dialog, "h2", title);
  heading.id = "asking-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  put(dialog, "p", words);
  if (elsewhere) put(dialog, "p", "").append("Invented people have no passkeys: ", elsewhere.cloneNode(true));
  const told = put(dialog, "p", "");
  told.setAttribute("role", "alert");
  told.hidden = true;
  told.className = "warning";
  const actions = put(dialog, "div", "");
  actions.className = "actions";
  const go = put(actions, "button", button);
  go.className = "primary";
  const leave = put(actions, "button", "Not now");
  document.body.append(dialog);
  return new Promise((resolve, reject) => {
    const end = () => {
      dialog.close();
      dialog.remove();
    };
    const cancel = () => {
      end();
      reject(new Refused(0, title, "Nothing was changed.", true));
    };
    leave.addEventListener("click", cancel);
    dialog.addEventListener("cancel", cancel);
    go.addEventListener("click", async () => {
      go.setAttribute("disabled", "");
      try {
        await ceremony();
        end();
        resolve();
      } catch (fault) {
        tell(told, /** @type {Refused} */ (fault));
        go.removeAttribute("disabled");
        go.focus();
      }
    });
    dialog.showModal();
    go.focus();
  });
}

/** @param {HTMLElement} place @param {Refused} fault */
export function tell(place, fault) {
  place.textContent = `${fault.message}. ${fault.remedy ?? ""}`;
  place.hidden = false;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {HTMLElement} parent
 * @param {Name} name
 * @param {string} words
 * @returns {HTMLElementTagNameMap[Name]}
 */
function put(parent, name, words) {
  const child = document.createElement(name);
  child.textContent = words;
  if (child instanceof HTMLButtonElement) child.type = "button";
  parent.append(child);
  return child;
}
