/** One request to the console, with the page's token, and what it throws when it comes to nothing. */

export const STEP_UP = "Candour-Step-Up";

/** A request that came to nothing. `fault` is a heading, `remedy` a sentence, both for staff. */
export class Refused extends Error {
  /**
   * @param {number} status HTTP's; 0 without a network or when she closed the dialog
   * @param {string} [fault]
   * @param {string} [remedy]
   * @param {boolean} [cancelled]
   */
  constructor(status, fault, remedy, cancelled = false) {
    super(fault ?? "Something went wrong on our side");
    this.name = "Refused";
    this.status = status;
    this.fault = this.message;
    this.remedy = remedy ?? "Nothing is lost. Try again in a minute.";
    this.cancelled = cancelled;
  }
}

/** @returns {string} what must go back with anything that changes something */
export const pageToken = () => tokenPlace()?.content ?? "";

/** Put a new session's token where requests and plain forms take it from. @param {string} token */
export function keepToken(token) {
  const place = tokenPlace();
  if (place) place.content = token;
  for (const field of document.querySelectorAll('form input[name="token"]')) {
    /** @type {HTMLInputElement} */ (field).value = token;
  }
}

/**
 * @param {"GET" | "POST"} method
 * @param {string} path
 * @param {Record<string, unknown>} [body]
 * @param {string} [token] another one than the page's
 * @returns {Promise<Response>} throws `Refused` without a network
 */
export async function send(method, path, body, token = pageToken()) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json" };
  if (method === "POST") {
    headers["Content-Type"] = "application/json";
    headers["Candour-Token"] = token;
  }
  try {
    return await fetch(path, {
      method,
      headers,
      body: method === "POST" ? JSON.stringify(body ?? {}) : undefined,
      // Signing out and in are said by a status here; a page that is gone is no answer.
      redirect: "error",
      cache: "no-store",
    });
  } catch {
    throw new Refused(
      0,
      "The console does not answer",
      "Nothing is lost. Check your network, then try again.",
    );
  }
}

/** @returns {HTMLMetaElement | null} */
const tokenPlace = () => document.querySelector('meta[name="candour-token"]');
