/** Which reports belong together, also where the store cannot tell which of two is older. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { addsTo, families } from "../../../console/browser/src/patterns/families.js";

const one = (said = "", filed = "", sent = "2026-11-22") => ({ summary: { sent }, card: null, status: "new", said, filed });
const shape = (kept) => families(kept).map(({ id, all }) => [id, ...all.map((each) => each.id)]);

test("an addition stands behind its report, the oldest first", () => {
  const kept = new Map([["a", one("c", "c", "2026-11-24")], ["b", one("", "c", "2026-11-23")], ["c", one()]]);
  assert.deepEqual(shape(kept), [["c", "c", "b", "a"]]);
});

test("of two that came on one day, what was sealed says which is first", () => {
  const kept = new Map([["a", one("c", "")], ["b", one("a", "a")], ["c", one("", "a")]]);
  assert.deepEqual(shape(kept), [["c", "c", "a", "b"]]);
  assert.equal(addsTo(kept, "c"), "");
});

test("an addition whose report is not here stands by itself, and still adds to it", () => {
  const kept = new Map([["a", one("z", "z")]]);
  assert.deepEqual(shape(kept), [["a", "a"]]);
  assert.equal(addsTo(kept, "a"), "z");
});

test("two that say they add to each other end no search, and stand alone", () => {
  assert.deepEqual(shape(new Map([["a", one("b")], ["b", one("a")]])), [["a", "a"], ["b", "b"]]);
});
