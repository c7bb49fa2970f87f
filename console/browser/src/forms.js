/**
 * Plain forms that ask for a living session, or for a fresh touch of the passkey, before they go.
 *
 *     <form method="post" action="/people/invite" data-asks="fresh"> ... </form>
 *
 * `data-asks="session"`: if she was signed out meanwhile, she signs in over the page, and what she
 * typed goes with the form. `data-asks="fresh"`: the same, and the passkey is shown again if its last
 * use was more than five minutes ago. `data-sure="..."`: a question that is answered first. Then the
 * form is sent as any form is, and the server decides again.
 */
import { get, Refused } from "./asking.js";
import { confirmFresh, said, sure } from "./asking/dialogs.js";

for (const form of document.querySelectorAll("form[data-asks]")) {
  form.addEventListener("submit", (event) => ask(event, /** @type {HTMLFormElement} */ (form)));
}

/** @param {Event} event @param {HTMLFormElement} form */
async function ask(event, form) {
  event.preventDefault();
  try {
    if (form.dataset.sure) await sure(form.dataset.sure, wordsOf(event));
    const { fresh } = await get("/step-up");
    if (form.dataset.asks === "fresh" && !fresh) await confirmFresh();
    HTMLFormElement.prototype.submit.call(form);
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    if (!fault.cancelled) await said(fault);
  }
}

/** @param {Event} event @returns {string} what stands on the button that was pressed */
const wordsOf = (event) =>
  /** @type {SubmitEvent} */ (event).submitter?.textContent?.trim() || "Yes";
