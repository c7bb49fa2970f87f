/** Which officers may be the same: the invented one's six spellings, and 200 pairs of strangers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readCards } from "../../../console/browser/src/patterns/card.js";
import { compare } from "../../../console/browser/src/patterns/compare.js";
import { groups, links } from "../../../console/browser/src/patterns/linking.js";
import { readOfficer } from "../../../console/browser/src/patterns/names.js";
import { chances, officer } from "./invented.mjs";

const met = { values: ["ew-metropolitan-police-service"] };
const told = (text, more = {}) => readCards([{ body: met, officer: { text }, ...more }]);
const alex = told("DC Mark Halloran, collar number 4471", {
  officer_station: { text: "Marlowe Street, CID, second floor" },
  officer_vehicle: { text: "dark grey estate car, QX19 ZZA" },
  officer_look: { text: "about 45, reddish beard, a burn scar on the left hand" },
});
const robin = told("Det Con M Halloran", {
  officer_station: { text: "Marlowe St" },
  officer_vehicle: { text: "grey estate, the number began QX19" },
  officer_look: { text: "burn mark on his left hand, smelled of mints" },
});
const six = {
  alex,
  robin,
  wren: told("DC Halleran. First name Mark, I think"),
  kit: told("Halloran, 4471 on the shoulder, Marlowe Street"),
  friend: told("D.C. O'Halloran, PC 4471 before that"),
  juniper: told("Mark H., a detective constable then"),
};
const another = readCards([
  { body: { values: ["ew-greater-manchester"] }, officer: { text: "PC Marie Halloran" } },
]);
const all = (of) => Object.entries(of).map(([id, one]) => ({ id, officer: one }));

test("the six spellings of the invented officer hang together, and no seventh is strong", async () => {
  const found = await links(all({ ...six, another }));
  const [group] = groups(found.filter((link) => ![link.first, link.second].includes("another")));
  assert.deepEqual(new Set(group.ids), new Set(Object.keys(six)));
  const strange = found.filter((link) => [link.first, link.second].includes("another"));
  assert.deepEqual(strange.filter((link) => link.strength !== "low"), []);
});

test("each link says in words why", () => {
  const why = compare(alex, robin);
  assert.equal(why.strength, "high");
  assert.deepEqual(why.reasons, [
    "same name, and the initial fits: Mark Halloran / M Halloran",
    "same station: Marlowe",
    "registration begins alike (QX19), like car: grey, estate",
    "like description: burn, left, hand",
  ]);
  assert.ok(compare(alex, six.wren).reasons[0].startsWith("names sound alike: Mark Halloran / Mark Halleran"));
  assert.ok(compare(alex, six.kit).reasons.includes("same number 4471"));
});

test("another force and another first name speak against a link, aloud", () => {
  const withNumber = readCards([{ body: { values: ["ew-kent"] }, officer: { text: "Marie Halloran 4471" } }]);
  const link = compare(alex, withNumber);
  assert.deepEqual(link.cautions, ["first names differ: mark / marie", "different forces are named"]);
  assert.notEqual(link.strength, "high");
});

test("names that are nothing alike weigh against a like description", () => {
  const look = { officer_look: { text: "freckles, ginger beard" } };
  assert.equal(compare(told("PC Okafor", look), told("PC Brandreth", look)), null);
  const numbered = compare(told("PC Okafor 4471"), told("PC Brandreth 4471"));
  assert.equal(numbered.strength, "low");
  assert.deepEqual(numbered.cautions, ["other names are given: Okafor / Brandreth"]);
});

test("rank words, titles and small words are no names", () => {
  const name = (text) => readOfficer(text).names.map(({ given, surname }) => `${given} ${surname}`.trim());
  assert.deepEqual(name("Detective Constable Halloran"), ["halloran"]);
  assert.deepEqual(name("D.C. Halloran"), ["halloran"]);
  assert.deepEqual(name("acting det insp MARK HALLORAN"), ["mark halloran"]);
  assert.deepEqual(name("his name was mark halloran and he worked at marlowe st"), ["mark halloran"]);
  assert.deepEqual(name("Seán Ó Halloran")[0].split(" ").at(-1), "halloran");
  assert.deepEqual(name("I do not know the name"), []);
  assert.deepEqual(readOfficer("in 2019, PC 49, shoulder number 0871").numbers, ["49", "871"]);
});

test("names in other scripts are compared as they stand", () => {
  assert.equal(compare(told("مارک ہالوران"), told("مارک ہالوران")).strength, "medium");
  assert.equal(compare(told("مارک ہالوران"), told("جان سمتھ")), null);
});

/** How many of so many pairs of different invented officers are linked. */
function strangers(pairs, seed) {
  const chance = chances(seed);
  const counts = { high: 0, medium: 0, low: 0 };
  for (let at = 0; at < pairs; ) {
    const [one, other] = [officer(chance), officer(chance)];
    if (one.surname === other.surname) continue;
    const link = compare(readCards([one.card]), readCards([other.card]));
    if (link) counts[link.strength] += 1;
    at += 1;
  }
  console.log(`figure: ${pairs} pairs of different officers, linked: ${JSON.stringify(counts)}`);
  return counts;
}

test("200 random pairs of different invented officers: none is linked", () => {
  assert.deepEqual(strangers(200, 4471), { high: 0, medium: 0, low: 0 });
});

test("20,000 pairs in one force: none is linked strongly, fewer than 1 in 100 at all", () => {
  const { high, medium, low } = strangers(20_000, 9);
  assert.equal(high, 0);
  assert.ok(medium + low < 200);
});

test("the same officer written twice is linked: the check finds what it is for", () => {
  const chance = chances(1);
  for (let at = 0; at < 100; at += 1) {
    const { card } = officer(chance);
    const bare = /^called/.test(card.officer.text);
    assert.ok(bare || compare(readCards([card]), readCards([card])), card.officer.text);
  }
});

test("comparing can be stopped, and tells how far it is", async () => {
  const many = Array.from({ length: 300 }, (_, at) => ({ id: String(at), officer: alex }));
  const steps = [];
  const stopping = async () => {
    throw new Error("cancelled");
  };
  await assert.rejects(links(many, { step: (one) => steps.push(one), pause: stopping }), /cancelled/);
  assert.deepEqual(steps, [{ done: 20_000, of: 44_850 }]);
});
