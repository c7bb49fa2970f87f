/**
 * How a page asks the console for something, from a script. Import it, don't bundle it by hand:
 *
 *     import { get, post, Refused } from "./asking.js";
 *     const answer = await post("/report/0123.../note", { sealed });   // the server's JSON
 *     const half = await get("/account/half");
 *
 * - `post` sends JSON with the page's token (`<meta name="candour-token">`).
 * - Signed out meanwhile (401)? A dialog over the page lets her sign in again; then the same request
 *   is repeated. The page is never left: what she was typing is still there. The document then hears
 *   `candour:signed-in`: a page that holds unlocked keys calls `keep(client)` (keys/keyring.js) then,
 *   as the new session has another half.
 * - A fresh touch of the passkey is wanted (`Candour-Step-Up: required`)? A dialog asks for it; then
 *   the same request is repeated.
 * - Anything else that is no success throws `Refused`: `status`, `fault` (a heading) and `remedy` (a
 *   sentence), both fit to be shown with textContent. `status` 0: no network; `cancelled`: she
 *   closed the dialog and nothing was changed.
 *
 * Forms without a script: give the form `data-asks` and load forms.js; see there.
 * Nothing here makes markup: pages with decrypted words may use it.
 */
import { confirmFresh, signInAgain } from "./asking/dialogs.js";
import { Refused, send, STEP_UP } from "./asking/sending.js";

export { Refused };

/**
 * @param {string} path
 * @param {Record<string, unknown>} [body]
 * @returns {Promise<any>} the answer's JSON; null if it has none
 */
export function post(path, body = {}) {
  return asked(() => send("POST", path, body));
}

/**
 * @param {string} path
 * @returns {Promise<any>} the answer's JSON; null if it has none
 */
export function get(path) {
  return asked(() => send("GET", path));
}

/** @param {() => Promise<Response>} ask */
async function asked(ask) {
  let response = await ask();
  if (response.status === 401) {
    await signInAgain();
    response = await ask();
  }
  if (response.headers.get(STEP_UP) === "required") {
    await confirmFresh();
    response = await ask();
  }
  return answerOf(response);
}

/** @param {Response} response */
async function answerOf(response) {
  const isJson = (response.headers.get("content-type") ?? "").startsWith("application/json");
  const answer = isJson ? await response.json() : null;
  if (!response.ok) throw new Refused(response.status, answer?.fault, answer?.remedy);
  return answer;
}
