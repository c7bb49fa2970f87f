/** What the parts of a report's page share: its id, the worker, the case as it was last loaded. */

import { get, post } from "../asking.js";
import { fromBase64, toBase64 } from "../base/bytes.js";
import { Client } from "../worker/client.js";

export class Context {
  /** The case beside the envelope (console/report/case.py). @type {any} */
  now = null;
  /** What the worker opened; null until then. @type {import("../worker/client.js").Opened | null} */
  opened = null;
  /** @type {import("./summary.js").Summary | null} */
  summary = null;
  /** The envelope as it came, to seal it anew. @type {import("../worker/client.js").Stored | null} */
  stored = null;
  /** The conflict card, once two people agreed and she opened it. @type {Record<string, any> | null} */
  card = null;
  /** Public keys of what the worker holds, by purpose. @type {Record<string, string>} */
  held = {};
  /** Called with each newly loaded case. @type {(() => unknown)[]} */
  listeners = [];
  #words = new Map();

  /** @param {HTMLElement} place the page's article, with the report's id */
  constructor(place) {
    this.id = place.dataset.report ?? "";
    this.contentNotice = place.dataset.notice ?? "";
    this.note = place.dataset.note ?? "";
    this.longestMessage = Number(place.dataset.longest);
    /** Ids of the questions that the bot may ask again. */
    this.askable = new Set((place.dataset.askable ?? "").split(" "));
    this.client = new Client();
    this.live = /** @type {HTMLElement} */ (document.getElementById("live"));
  }

  /** Load the case and tell every part of it. */
  async load() {
    this.now = await get(`/reports/${this.id}/case`);
    for (const told of this.listeners) await told();
  }

  /** @param {string} path @param {Record<string, unknown>} [body] */
  post = (path, body = {}) => post(`/reports/${this.id}/${path}`, body);

  /** The same for what acts on a version. @param {string} path @param {Record<string, unknown>} body */
  act = (path, body = {}) => this.post(path, { ...body, seen: this.now.standing.version });

  /** @param {"reading" | "conflict" | "officer" | "passing_on"} purpose */
  async envelope(purpose) {
    const given = await this.post("envelope", { for: purpose });
    const envelope = fromBase64(given.envelope);
    return { ...given, stored: { envelope, hash: given.sha256, triage: given.triage } };
  }

  /** Words of staff, sealed to whoever may open this report. @param {string} words */
  async sealed(words) {
    return toBase64(await this.client.sealText(words, this.now.seal_to));
  }

  /** @param {string} sealed base64 @returns {Promise<{words: string, fault: boolean}>} */
  async words(sealed) {
    if (!this.#words.has(sealed)) {
      try {
        const words = await this.client.openText(fromBase64(sealed));
        this.#words.set(sealed, { words, fault: false });
      } catch (error) {
        return { words: /** @type {Error} */ (error).message, fault: true };
      }
    }
    return this.#words.get(sealed);
  }

  /** Say something to whoever listens to the page. @param {string} words */
  say(words) {
    this.live.textContent = words;
  }
}
