/** The private keys that this worker holds, by purpose; they never leave it but locked. */
import { Fault } from "../base/fault.js";
import { opener, publicKeyOf } from "../keys/age.js";

/** What a person has keys for: reading reports, and reading conflict cards. */
export const PURPOSES = Object.freeze(["reader", "conflict"]);

export class Keys {
  #identities = new Map();
  #opener = null;

  /**
   * @param {string} purpose one of PURPOSES
   * @param {string} identity
   * @returns {Promise<{publicKey: string}>}
   */
  async hold(purpose, identity) {
    if (!PURPOSES.includes(purpose)) throw new Fault("mistake");
    const publicKey = await publicKeyOf(identity);
    this.#identities.set(purpose, identity);
    this.#opener = null;
    return { publicKey };
  }

  /** @param {string} purpose @returns {string} throws `locked` */
  identity(purpose) {
    const identity = this.#identities.get(purpose);
    if (identity === undefined) throw new Fault("locked");
    return identity;
  }

  /** @returns {import("age-encryption").Decrypter} one that tries every key; throws `locked` */
  opener() {
    if (this.#identities.size === 0) throw new Fault("locked");
    this.#opener ??= opener([...this.#identities.values()]);
    return this.#opener;
  }

  /** @returns {Record<string, string>} purpose -> private key, to be sealed */
  all() {
    if (this.#identities.size === 0) throw new Fault("locked");
    return Object.fromEntries(this.#identities);
  }

  /** @returns {Promise<Record<string, string>>} purpose -> public key */
  async publicKeys() {
    const pairs = [...this.#identities].map(async ([one, key]) => [one, await publicKeyOf(key)]);
    return Object.fromEntries(await Promise.all(pairs));
  }

  /** Hold none any more. */
  lock() {
    this.#identities.clear();
    this.#opener = null;
  }
}
