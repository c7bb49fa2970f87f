// What the tests of the keys and of the worker drive: everything of the page's side, by name.
import { fromBase64, toBase64 } from "./base/bytes.js";
import { downloadCopy } from "./keys/copy.js";
import * as keyring from "./keys/keyring.js";
import * as passkey from "./keys/passkey.js";
import * as passphrase from "./keys/passphrase.js";
import { suggestPassphrase } from "./keys/suggestion.js";
import { cardEntries } from "./report/card.js";
import { contactEntries } from "./report/contact.js";
import { sectionOf } from "./report/draw.js";
import { limitEntries } from "./report/limits.js";
import { consentEntries, routeEntries, sections } from "./report/sections.js";
import { readSummary } from "./report/summary.js";
import { Client } from "./worker/client.js";

const bench = { Client, downloadCopy, fromBase64, keyring, passkey, passphrase };
Object.assign(bench, { suggestPassphrase, toBase64 });

/** Turn what a test sent into what the client takes. */
bench.stored = ({ envelope, ...rest }) => ({ ...rest, envelope: fromBase64(envelope) });

/** Tell the fault of a promise by its name and sentence. */
bench.fault = (promise) =>
  promise.then(() => null, (error) => ({ name: error.name, sentence: error.message }));

/** Draw a summary and a conflict card as the report's page does; tell what stands in each row. */
bench.drawn = ([raw, card]) => {
  const summary = readSummary(raw);
  document.querySelector("main").replaceChildren(
    ...sections(summary).map((one) => sectionOf(one.id, one.title, one.entries)),
    sectionOf("contact", "", contactEntries(summary)),
    sectionOf("limits", "", limitEntries(summary.deadlines)),
    sectionOf("asked-route", "", routeEntries(summary)),
    sectionOf("consents", "", consentEntries(summary)),
    sectionOf("conflict", "", cardEntries(card ?? {})),
  );
  return [...document.querySelectorAll("dl.entries > div")].map((row) => ({
    part: row.closest("section").id.replace("section-", ""),
    step: row.dataset.step ?? "",
    name: row.querySelector("dt").textContent,
    words: [...row.querySelectorAll("dd")].map((one) => one.textContent),
  }));
};

globalThis.bench = bench;
