/**
 * The page's side of the worker: every method gives a promise that ends with a value or with a
 * `Fault` (base/fault.js) whose message may be shown as it stands.
 *
 * @typedef {import("./envelope.js").Stored} Stored
 * @typedef {import("./envelope.js").Opened} Opened
 * @typedef {import("../base/fault.js").FaultName} FaultName
 * @typedef {"reader" | "conflict"} Purpose
 * @typedef {{id: string, opened?: Opened, fault?: FaultName, sentence?: string}} Tried
 * @typedef {{done: number, of: number, opened: Tried[]}} Step
 */
import { Fault } from "../base/fault.js";
import { workerAddress } from "./script_url.js";

export class Client {
  #worker;
  #waiting = new Map();
  /** @type {FaultName | null} what everything ends with once the worker is gone */
  #over = null;
  #next = 1;

  /** Start the worker that the page names; `no_worker` if it names none of ours. */
  constructor() {
    this.#worker = new Worker(workerAddress(), { type: "module", name: "candour" });
    this.#worker.addEventListener("message", ({ data }) => this.#heard(data));
    this.#worker.addEventListener("error", () => this.#end("no_worker"));
  }

  /** @param {Purpose} purpose @param {string} passphrase
   * @returns {Promise<{publicKey: string, file: string}>} `file`: for the console, and as a copy */
  makeIdentity = (purpose, passphrase) => this.#ask("makeIdentity", { purpose, passphrase });

  /** @param {Purpose} purpose @param {string} file or a plain copy @param {string} passphrase
   * @returns {Promise<{publicKey: string}>} */
  unlock = (purpose, file, passphrase) => this.#ask("unlock", { purpose, file, passphrase });

  /** @param {Purpose} purpose @param {string} file @param {Uint8Array} secret of keys/passkey.js
   * @returns {Promise<{publicKey: string}>} */
  unlockWithPasskey = (purpose, file, secret) =>
    this.#ask("unlockWithPasskey", { purpose, file, secret });

  /** @param {Purpose} purpose @param {string} passphrase a new one
   * @returns {Promise<string>} the file */
  lockAgain = (purpose, passphrase) => this.#ask("lockAgain", { purpose, passphrase });

  /** @param {Purpose} purpose @param {Uint8Array} secret @returns {Promise<string>} the file */
  lockForPasskey = (purpose, secret) => this.#ask("lockForPasskey", { purpose, secret });

  /** @param {string} half @returns {Promise<string>} used by keys/keyring.js */
  sealKeyring = (half) => this.#ask("sealKeyring", { half });

  /** @param {string} remnant @param {string} half @returns {Promise<Record<Purpose, string>>} */
  openKeyring = (remnant, half) => this.#ask("openKeyring", { remnant, half });

  /** @returns {Promise<Record<Purpose, string>>} the public keys of what is held */
  publicKeys = () => this.#ask("publicKeys", {});

  /** @returns {Promise<void>} hold no key any more */
  lock = () => this.#ask("lock", {});

  /** @param {Stored} report @returns {Promise<Opened>} */
  open = (report) => this.#ask("open", report);

  /** @param {Uint8Array} sealed a conflict card by itself @returns {Promise<any>} */
  openCard = (sealed) => this.#ask("openCard", { sealed });

  /**
   * Open many. Each call of `told` brings what was opened since the last one.
   * @param {(Stored & {id: string})[]} reports
   * @param {{signal?: AbortSignal, told?: (step: Step) => void}} [how]
   * @returns {Promise<number>} throws `cancelled` after `signal`
   */
  openMany = (reports, how = {}) => this.#ask("openMany", { reports }, how);

  /** @param {string} text @param {string[]} recipients @returns {Promise<Uint8Array>} */
  sealText = (text, recipients) => this.#ask("sealText", { text, recipients });

  /** @param {Uint8Array} sealed @returns {Promise<string>} */
  openText = (sealed) => this.#ask("openText", { sealed });

  /** @param {string} text @param {string[]} questions @param {string} key the bot's
   * @returns {Promise<Uint8Array>} */
  sealMessage = (text, questions, key) => this.#ask("sealMessage", { text, questions, key });

  /** @param {Stored} report @param {string} key @returns {Promise<Uint8Array>} */
  reseal = (report, key) => this.#ask("reseal", { report, key });

  /** Open reports for patterns; they stay in the worker. @param {any[]} reports
   * @param {boolean} officers whether conflict cards are opened too
   * @param {{signal?: AbortSignal}} [how] @returns {Promise<{id: string, sentence: string}[]>} */
  addToPatterns = (reports, officers, how = {}) =>
    this.#ask("addToPatterns", { reports, officers }, how);

  /** @param {[string, string][]} notSame @param {{signal?: AbortSignal, told?: (step: any) => void}} [how]
   * @returns {Promise<{groups: any[], setAside: {first: string, second: string}[], compared: number}>} */
  findLikeness = (notSame, how = {}) => this.#ask("findLikeness", { notSame }, how);

  /** Hold no opened report any more. @returns {Promise<void>} */
  forgetPatterns = () => this.#ask("forgetPatterns", {});

  /** @param {object} filter @param {object} terms
   * @returns {Promise<{figures: any, choices: any, received: [string, string] | null}>} */
  countPatterns = (filter, terms) => this.#ask("countPatterns", { filter, terms });

  /** End the worker, with the keys in it; whatever is under way ends with `cancelled`. */
  close() {
    this.#worker.terminate();
    this.#end("cancelled");
  }

  /** @param {string} act @param {object} given
   * @param {{signal?: AbortSignal, told?: (step: Step) => void}} [how] @returns {Promise<any>} */
  #ask(act, given, { signal, told } = {}) {
    if (signal?.aborted) return Promise.reject(new Fault("cancelled"));
    if (this.#over) return Promise.reject(new Fault(this.#over));
    const id = this.#next++;
    signal?.addEventListener("abort", () => this.#cancel(id), { once: true });
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, told });
      this.#worker.postMessage({ id, act, given });
    });
  }

  #cancel(id) {
    if (this.#waiting.has(id)) this.#worker.postMessage({ cancel: id });
  }

  #heard({ id, step, done, fault, sentence }) {
    const one = this.#waiting.get(id);
    if (one === undefined) return;
    if (step !== undefined) {
      one.told?.(step);
      return;
    }
    this.#waiting.delete(id);
    if (fault === undefined) one.resolve(done);
    else one.reject(new Fault(fault, sentence));
  }

  /** @param {FaultName} name */
  #end(name) {
    this.#over = name;
    for (const { reject } of this.#waiting.values()) reject(new Fault(name));
    this.#waiting.clear();
  }
}
