/** Open many reports, a few at a time, so that a page can show how far it is, and stop it. */
import { asFault } from "../base/fault.js";
import { openEnvelope } from "./envelope.js";

const AT_ONCE = 20;

/**
 * Each step is `{done, of, opened}`: the reports opened since the last step, each `{id, opened}` or
 * `{id, fault, sentence}`. One that does not open stops no other.
 * @param {{reports: (import("./envelope.js").Stored & {id: string})[]}} given
 * @param {{keys: import("./keys.js").Keys, step: Function, pause: Function}} course
 * @returns {Promise<number>} how many were tried
 */
export async function openMany({ reports }, { keys, step, pause }) {
  keys.opener();
  for (let from = 0; from < reports.length; from += AT_ONCE) {
    await pause();
    const some = reports.slice(from, from + AT_ONCE);
    const opened = await Promise.all(some.map((one) => openOne(one, keys)));
    step({ done: from + some.length, of: reports.length, opened });
  }
  return reports.length;
}

async function openOne(report, keys) {
  try {
    return { id: report.id, opened: await openEnvelope(report, keys) };
  } catch (error) {
    const fault = asFault(error);
    return { id: report.id, fault: fault.name, sentence: fault.message };
  }
}
