/** The three passkey ceremonies: signing in, showing the passkey again, and making a new one. */
import { keepToken, Refused, send } from "./sending.js";

/**
 * Sign in. Works on a page of a session that has ended: its token is fetched anew.
 * @param {string} [again] staff id of whoever this page belongs to: nobody else may sign in on it
 * @returns {Promise<{token: string, person: string, to: string}>}
 */
export async function signIn(again) {
  const { token } = await answer(await send("GET", "/sign-in/token"));
  const { options } = await answer(await send("POST", "/sign-in/begin", {}, token));
  const credential = await assertion(options);
  const body = again ? { credential, again } : { credential };
  const entered = await answer(await send("POST", "/sign-in/finish", body, token));
  keepToken(entered.token);
  return entered;
}

/** Show the passkey again in this session. */
export async function stepUp() {
  const { options } = await answer(await send("POST", "/step-up/begin"));
  const credential = await assertion(options);
  await answer(await send("POST", "/step-up/finish", { credential }));
}

/**
 * Make a passkey from the options that `begin` answers, and send it to `finish`.
 * @param {string} begin
 * @param {string} finish
 * @param {Record<string, string>} [fields] what both are told beside it
 * @param {string} [token]
 * @returns {Promise<any>} what `finish` answers
 */
export async function enrol(begin, finish, fields = {}, token) {
  const { options } = await begun(begin, fields, token);
  const credential = await creation(options);
  return answer(await send("POST", finish, { ...fields, credential }, token));
}

/**
 * Begin to make a passkey: throws `Refused` where none may be made.
 * @param {string} begin
 * @param {Record<string, string>} fields
 * @param {string} [token]
 * @returns {Promise<any>} what `begin` answers
 */
export const begun = async (begin, fields, token) =>
  answer(await send("POST", begin, fields, token));

/** @returns {boolean} whether this browser speaks WebAuthn as JSON (all since early 2025 do) */
export const canSignIn = () =>
  typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON === "function";

/** @param {any} options */
async function assertion(options) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return asJson(() => navigator.credentials.get({ publicKey }));
}

/** @param {any} options */
async function creation(options) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return asJson(() => navigator.credentials.create({ publicKey }));
}

/** @param {() => Promise<Credential | null>} ask */
async function asJson(ask) {
  try {
    const made = /** @type {PublicKeyCredential} */ (await ask());
    const json = /** @type {any} */ (made.toJSON());
    // A passkey's own secret (PRF) is for this page alone: it never travels.
    return { ...json, clientExtensionResults: {} };
  } catch (error) {
    throw refusal(/** @type {DOMException} */ (error).name);
  }
}

/** @param {string} name of a DOMException */
function refusal(name) {
  if (name === "InvalidStateError") {
    return new Refused(
      0,
      "This device has a passkey of yours already",
      "Sign in with it, or use another device or security key.",
    );
  }
  return new Refused(
    0,
    "The passkey was not used",
    "Nothing was changed. Try again when you are ready.",
    name === "NotAllowedError" || name === "AbortError",
  );
}

/** @param {Response} response */
async function answer(response) {
  const isJson = (response.headers.get("content-type") ?? "").startsWith("application/json");
  const value = isJson ? await response.json() : {};
  if (!response.ok) throw new Refused(response.status, value.fault, value.remedy);
  return value;
}
