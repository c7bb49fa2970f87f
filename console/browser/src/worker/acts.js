/** What the page may ask of the worker; each act gets what was given and the course it runs in. */
import { identityIn, lockedFile } from "../keys/identity_file.js";
import { fileForPasskey, identityUnderPasskey } from "../keys/passkey_file.js";
import { newIdentity, sealTo } from "../keys/age.js";
import { checkedPassphrase } from "../keys/passphrase.js";
import { openEnvelope, openLoneCard, openPlain, readSummary } from "./envelope.js";
import { openMany } from "./many.js";
import { addToPatterns, countPatterns, findLikeness, forgetPatterns } from "./patterns.js";
import { sealMessage } from "./message.js";
import { openText, sealText } from "./note.js";
import { openRemnant, sealRemnant } from "./remnant.js";

async function makeIdentity({ purpose, passphrase }, { keys }) {
  const identity = await newIdentity();
  const file = await lockedFile(identity, checkedPassphrase(passphrase));
  return { ...(await keys.hold(purpose, identity)), file };
}

async function unlock({ purpose, file, passphrase }, { keys }) {
  return keys.hold(purpose, await identityIn(file, passphrase));
}

async function unlockWithPasskey({ purpose, file, secret }, { keys }) {
  return keys.hold(purpose, await identityUnderPasskey(file, secret));
}

async function lockAgain({ purpose, passphrase }, { keys }) {
  return lockedFile(keys.identity(purpose), checkedPassphrase(passphrase));
}

async function openKeyring({ remnant, half }, { keys }) {
  const identities = await openRemnant(remnant, half);
  for (const [purpose, identity] of Object.entries(identities)) await keys.hold(purpose, identity);
  return keys.publicKeys();
}

/** Seal the very bytes that were sealed to us to one more key; the conflict card stays as it is. */
async function reseal({ report, key }, { keys }) {
  const plain = await openPlain(report, keys);
  readSummary(plain, report.triage);
  return sealTo([key], plain);
}

/** By name; `Client` in client.js says what each takes and gives. */
export const acts = {
  makeIdentity,
  unlock,
  unlockWithPasskey,
  lockAgain,
  lockForPasskey: ({ purpose, secret }, { keys }) => fileForPasskey(keys.identity(purpose), secret),
  sealKeyring: ({ half }, { keys }) => sealRemnant(keys.all(), half),
  openKeyring,
  publicKeys: (given, { keys }) => keys.publicKeys(),
  lock: (given, { keys }) => {
    forgetPatterns();
    keys.lock();
  },
  open: (report, { keys }) => openEnvelope(report, keys),
  openCard: openLoneCard,
  openMany,
  sealText,
  openText,
  sealMessage,
  reseal,
  addToPatterns,
  findLikeness,
  countPatterns,
  forgetPatterns,
};
