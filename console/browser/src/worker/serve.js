/**
 * Answer the page. It posts `{id, act, given}` or `{cancel: id}`; it gets `{id, step}` as often as
 * an act tells of its progress, then once `{id, done}` or `{id, fault, sentence}`.
 */
import { asFault, Fault } from "../base/fault.js";
import { acts } from "./acts.js";
import { Keys } from "./keys.js";

/** @param {DedicatedWorkerGlobalScope} scope */
export function serve(scope) {
  const keys = new Keys();
  const cancelled = new Set();
  scope.addEventListener("message", ({ data }) => {
    if (data.cancel !== undefined) cancelled.add(data.cancel);
    else answer(scope, keys, cancelled, data);
  });
}

async function answer(scope, keys, cancelled, { id, act, given }) {
  const course = {
    keys,
    step: (step) => scope.postMessage({ id, step }),
    pause: () => pause(cancelled, id),
  };
  try {
    if (!Object.hasOwn(acts, act)) throw new Fault("mistake");
    scope.postMessage({ id, done: await acts[act](given, course) });
  } catch (error) {
    const fault = asFault(error);
    scope.postMessage({ id, fault: fault.name, sentence: fault.message });
  } finally {
    cancelled.delete(id);
  }
}

/** Let waiting messages in; throw `cancelled` if one of them says so. */
async function pause(cancelled, id) {
  await new Promise((resolve) => setTimeout(resolve));
  if (cancelled.has(id)) throw new Fault("cancelled");
}
