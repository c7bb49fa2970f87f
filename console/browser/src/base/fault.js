/** Everything that can go wrong with keys and sealed files, by name: a closed set. */

const SENTENCES = {
  wrong_identity: "This report was not sealed to this identity. Another reader can open it.",
  damaged: "This file is damaged: it was cut short or changed after sealing.",
  swapped: "This envelope is another report's: somebody put it here. Tell the operator.",
  newer_version: "This was made by a newer version. The operator has to update the console first.",
  wrong_passphrase: "This passphrase does not open the key. Nothing was changed.",
  weak_passphrase: "This passphrase is too easily guessed. Take a longer one.",
  too_costly: "This key asks for more work than a browser can do. Open it with the age command.",
  not_an_identity: "This file holds no private key of age (a line AGE-SECRET-KEY-1...).",
  wrong_passkey: "This passkey does not open the key. Use the passphrase, or another passkey.",
  no_passkey_secret: "This passkey cannot keep a key. Use the passphrase.",
  locked: "Your key is locked. Unlock it to read.",
  no_session: "You are signed out. Sign in, then unlock your key.",
  bad_key: "This is no key to seal to.",
  bad_message: "This message cannot be sent.",
  too_long: "This text is too long to be sealed. Nothing was cut.",
  cancelled: "Stopped, as you asked.",
  no_worker: "The part of this page that opens reports did not start. Load the page again.",
  mistake: "That was our mistake. Nothing was shown or sent. Load the page again.",
};

/** @typedef {keyof typeof SENTENCES} FaultName */

/** A fault to be shown as it stands: `name` is one of the set, `message` a sentence for staff. */
export class Fault extends Error {
  /**
   * @param {FaultName} name
   * @param {string} [sentence] more exact words than the usual ones
   */
  constructor(name, sentence = SENTENCES[name]) {
    super(sentence);
    this.name = name;
  }
}

/**
 * What an error is to be told as; whatever is not expected becomes `mistake`, and its own words,
 * which could quote a report, go nowhere.
 * @param {unknown} error
 * @returns {Fault}
 */
export function asFault(error) {
  return error instanceof Fault ? error : new Fault("mistake");
}
