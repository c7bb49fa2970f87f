/** Which reports belong together: one that stands first, and what was added to it. */

/**
 * @typedef {object} One
 * @property {any} summary
 * @property {any} card
 * @property {string} status
 * @property {string} said the report that it adds to, by what was sealed; empty for none
 * @property {string} filed the report that it adds to, by the store; empty for none
 * @typedef {Map<string, One>} Kept opened reports by id
 * @typedef {{id: string, all: (One & {id: string})[]}} Family the first one's id, and all of them
 */

/**
 * A report with what was added to it, the oldest first. An addition whose report is not here stands
 * by itself.
 * @param {Kept} kept
 * @returns {Family[]}
 */
export function families(kept) {
  const found = new Map();
  for (const [id, one] of kept) {
    const head = headOf(kept, id);
    found.set(head, [...(found.get(head) ?? []), { id, ...one }]);
  }
  return [...found].map(([id, all]) => {
    const age = (/** @type {any} */ one) => [one.id === id ? "" : one.summary.sent ?? "", one.id].join();
    return { id, all: all.sort((one, other) => (age(one) < age(other) ? -1 : 1)) };
  });
}

/**
 * The report that this one adds to; empty if it stands first. What was sealed says it best: of two
 * that came on one day, the store cannot tell which is the older.
 * @param {Kept} kept
 * @param {string} id
 * @returns {string}
 */
export function addsTo(kept, id) {
  const { said = "", filed = "" } = kept.get(id) ?? {};
  return said || (kept.get(filed)?.said === id ? "" : filed);
}

/** The report that stands first, as far as it is here. @param {Kept} kept @param {string} id */
function headOf(kept, id) {
  let head = id;
  const passed = new Set();
  // Two that add to each other are forged: each stands by itself.
  while (kept.has(addsTo(kept, head)) && !passed.has(head)) {
    passed.add(head);
    head = addsTo(kept, head);
  }
  return passed.has(head) ? id : head;
}
