/**
 * The one address that this page makes a worker from. Under Trusted Types a worker's address is a
 * script's, so there is one policy, and it can make this address and nothing else:
 * docs/decisions/0019-unlocked-keys.md.
 */
import { Fault } from "../base/fault.js";

const OURS = /^\/static\/worker-[0-9a-f]{16}\.js$/;

/** @param {string} address @returns {string} the whole address; throws `no_worker` for any other */
function checked(address) {
  const whole = new URL(address, location.href);
  const plain = whole.origin === location.origin && whole.search === "" && whole.hash === "";
  if (!plain || !OURS.test(whole.pathname)) throw new Fault("no_worker");
  return whole.href;
}

const policy = globalThis.trustedTypes?.createPolicy("candour-worker", {
  createScriptURL: checked,
}) ?? { createScriptURL: checked };

/** @returns {string} a TrustedScriptURL of what `<meta name="candour-worker" content=...>` says */
export function workerAddress() {
  const meta = document.querySelector('meta[name="candour-worker"]');
  if (!(meta instanceof HTMLMetaElement)) throw new Fault("no_worker");
  return /** @type {any} */ (policy.createScriptURL(meta.content));
}
