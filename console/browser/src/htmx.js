/**
 * The script of pages that show no decrypted word: htmx, under one Trusted Types policy.
 *
 * Every such page works without it: what has an `hx-get` is a link or a form as well, to the same
 * address. The server answers with the block of the same template that changes. Whatever comes
 * that is no page (signed out, no network) is left to the browser: it goes where the link goes.
 *
 * Such a page sends `require-trusted-types-for 'script'; trusted-types candour-htmx`. The policy lets htmx
 * turn what our own server answered into nodes, and makes no script: an answer that brings one,
 * and an attribute that holds one (hx-on, js:), fails.
 */
import htmx from "htmx.org";

/** @returns {never} */
function refuse() {
  throw new TypeError("This page runs no script but its own.");
}

const policy = globalThis.trustedTypes?.createPolicy("candour-htmx", {
  createHTML: (html) => html,
  createScript: refuse,
  createScriptURL: refuse,
}) ?? { createHTML: (/** @type {string} */ html) => html, createScript: refuse };

htmx.registerExtension("candour-security", {
  init: (/** @type {any} */ api) => api.initSecurity(policy, refuse, refuse),
});

// Going back loads the page of that address, as it does without scripts.
htmx.config.history = "reload";

/** @type {HTMLElement | null} what was just added below, for her to read on */
let added = null;

addEventListener("htmx:before:response", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  if (ctx.response.raw.ok) return;
  event.preventDefault();
  location.assign(ctx.request.action);
});

addEventListener("htmx:error", (event) => {
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  if (ctx) location.assign(ctx.request.action);
});

addEventListener("htmx:before:swap", (event) => {
  const [main] = /** @type {CustomEvent} */ (event).detail.tasks;
  added = main?.swapSpec.style === "beforeend" ? main.fragment.firstElementChild : null;
});

addEventListener("htmx:after:swap", () => {
  if (!added) return;
  added.tabIndex = -1;
  added.focus();
});
