/**
 * The script of pages that show no decrypted word: htmx, under one Trusted Types policy.
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
