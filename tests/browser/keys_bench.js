// What the tests of the keys and of the worker drive: everything of the page's side, by name.
import { fromBase64, toBase64 } from "./base/bytes.js";
import { downloadCopy } from "./keys/copy.js";
import * as keyring from "./keys/keyring.js";
import * as passkey from "./keys/passkey.js";
import * as passphrase from "./keys/passphrase.js";
import { suggestPassphrase } from "./keys/suggestion.js";
import { Client } from "./worker/client.js";

const bench = { Client, downloadCopy, fromBase64, keyring, passkey, passphrase };
Object.assign(bench, { suggestPassphrase, toBase64 });

/** Turn what a test sent into what the client takes. */
bench.stored = ({ envelope, ...rest }) => ({ ...rest, envelope: fromBase64(envelope) });

/** Tell the fault of a promise by its name and sentence. */
bench.fault = (promise) =>
  promise.then(() => null, (error) => ({ name: error.name, sentence: error.message }));

globalThis.bench = bench;
