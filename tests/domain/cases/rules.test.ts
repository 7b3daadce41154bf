import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marksOf, monthsBetween, namedIn, type Protected } from "@/domain/cases/rules.ts";

const known = (over: Partial<Protected>): string[] => marksOf({ name: null, bornOn: null, address: null, safeContact: null, ...over });
const named = (text: string, over: Partial<Protected>, places: string[] = []) => namedIn(text, known(over), places);

describe("a name is found in the twin", () => {
  test.each([
    ["Marjorie is frightened", "Marjorie Bickerstaffe", ["Marjorie"]],
    ["the family bickerstaffe", "Marjorie Bickerstaffe", ["bickerstaffe"]],
    ["seen with the Bickerstaffes", "Marjorie Bickerstaffe", ["Bickerstaffes"]],
    ["Bickerstaffe's door was kicked", "Marjorie Bickerstaffe", ["Bickerstaffe"]],
    ["threats against li at night", "Li Na", ["li"]],
    ["Threats by Ng", "Bao Ng", ["Ng"]],
    ["jose and others", "José García", ["jose"]],
    ["GARCIA lives alone", "José García", ["GARCIA"]],
    ["lukasz is known", "Łukasz Żak", ["lukasz"]],
    ["O’Brien and two others", "Sean O'Brien", ["O’Brien"]],
    ["obrien and two others", "Sean O'Brien", ["obrien"]],
    ["Aziz was seen", "Tariq Aziz-Hall", ["Aziz"]],
    ["Azizhall was seen", "Tariq Aziz-Hall", ["Azizhall"]],
  ])("in “%s” of %s", (text, name, words) => expect(named(text, { name })).toEqual(expect.arrayContaining(words)));

  test("by initials, dotted or not", () => {
    for (const text of ["J.S. was threatened", "threats to JS", "J. S. lives alone"]) expect(named(text, { name: "John Albert Smith" })).toHaveLength(1);
    expect(named("PC and council visited", { name: "John Smith" })).toEqual([]);
  });

  test("without the titles said before it", () => expect(named("a doctor and a lady", { name: "Lady Dr Smith" })).toEqual([]));
});

describe("an everyday word that is also a name counts only where it is written as one", () => {
  test.each([
    ["Young adult alleged to cause harm", "Mary Young", []],
    ["An older resident, so afraid", "An So", []],
    ["Threats made to Young at night", "Mary Young", ["Young"]],
    ["A park at the top of the hill", "Daisy Hill Park", []],
    ["A fight with the Hills", "Ann Hill", ["Hills"]],
    ["May have been seen in May", "June Park", []],
  ])("“%s” of %s", (text, name, words) => expect(named(text, { name })).toEqual(words));
});

describe("a place is found, and the ward may be named", () => {
  const address = "14 Tollgate Mews, Eastholme, Hallamford HF4 2AB";
  test.each([
    ["noise near tollgate", ["tollgate"]],
    ["anywhere in HF4", ["HF4"]],
    ["14 reports in Eastholme, Hallamford", []],
    ["Older resident, neighbour intimidation, Eastholme", []],
  ])("“%s”", (text, words) => expect(named(text, { address }, ["Eastholme", "Hallamford", "Kiln Rise"])).toEqual(words));

  test("a ward's words in another place's name are not the ward", () => expect(named("at Kiln Lane in Kiln Rise", { address: "2 Kiln Lane" }, ["Kiln Rise"])).toEqual(["Kiln Lane"]));
  test("a flat by its number and letter", () => expect(named("the tenant of 3b", { address: "Flat 3B, Kestrel House" })).toEqual(["3b"]));
});

test("from how to make contact, only what is written as a name", () => {
  const safeContact = "Call after school, ask her sister Winifred. Never text.";
  expect(named("School-gate disorder, call after call", { safeContact })).toEqual([]);
  expect(named("Help given by Winifred", { safeContact })).toEqual(["Winifred"]);
});

test("the year of birth is found", () => expect(named("Born 1944", { bornOn: "1944-03-04" })).toEqual(["1944"]));

describe("what tells on anybody is found without particulars", () => {
  test.each([
    ["An 82-year-old resident", "82-year-old"],
    ["A child aged 9 and others", "aged 9"],
    ["A 14 yo boy", "14 yo"],
    ["Near hf42ab at night", "hf42ab"],
    ["Call 01632 960 001 first", "01632 960 001"],
    ["Call +44 7700 900123 first", "+44 7700 900123"],
    ["Write to a.b@example.org", "a.b@example.org"],
    ["Threats to Mrs Dobbs", "Mrs Dobbs"],
    ["Gatherings in Station Road", "Station Road"],
  ])("“%s”", (text, word) => expect(namedIn(text, [])).toEqual([word]));

  test.each(["Three old garages, 2 of them open", "6 calls since 10 November 2026", "Young people under 16, aged care", "CEN-118 at 2pm", "Close to the road, drive off", "£1,200 of damage in 18 months"])("but not in “%s”", (text) => expect(namedIn(text, [])).toEqual([]));
});

describe("whatever the name", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."bcdfghjklmnpqrstvwxz"), minLength: 5, maxLength: 12 });
  const sentence = fc.constantFrom("There was # again last night", "#: noise", "A neighbour (#) shouted", "it was #'s door", "“#”", "two-#-three");

  test("it is found in any sentence, however it is written", () => {
    fc.assert(
      fc.property(letters, letters, sentence, fc.boolean(), (first, last, around, upper) => {
        const typed = upper ? last.toUpperCase() : last;
        expect(named(around.replace("#", typed), { name: `${first} ${last}` }).join(" ").toLowerCase()).toContain(last);
      }),
    );
  });

  test("what is found was typed, and text without its words is let be", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.string({ unit: "grapheme", maxLength: 60 }), (text, name) => {
        const plain = (value: string) => value.normalize("NFKD").replaceAll(/[\p{M}\p{Cf}]/gu, "");
        for (const word of named(text, { name })) expect(plain(text).concat(text)).toContain(word);
      }),
    );
    fc.assert(
      fc.property(letters, (name) => {
        expect(named("Aeiou uoiea, aaa eee", { name })).toEqual([]);
      }),
    );
  });

  test("no single letter or house number is a mark", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (name, address) => {
        for (const mark of known({ name, address })) expect(mark).not.toMatch(/^([a-z]|\d{1,3})$/);
      }),
    );
  });
});

test.each([
  ["2026-01-31", "2026-02-28", 0],
  ["2026-01-31", "2026-03-31", 2],
  ["2025-02-10", "2026-11-21", 21],
  ["2026-11-21", "2026-11-21", 0],
])("from %s to %s are %i whole months", (from, to, months) => expect(monthsBetween(from, to)).toBe(months));
