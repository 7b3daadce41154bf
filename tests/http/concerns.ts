import { owner } from "../support/database.ts";
import type { Standing, Thing } from "./expected.ts";
import type { Fields, Page, Records, Sending, Target } from "./kinds.ts";
import type { StagedConcerns } from "./staged-concerns.ts";
import type { Person, Stage } from "./world.ts";

// A concern in its three states: raised and waiting, joined to the case of the forum, and kept in a surgery log. All are the councillor's.

const concernsOf = (...states: (keyof StagedConcerns)[]) => ({ concerns, world }: Stage): Records => Object.fromEntries(states.map((state) => [state, { concern: concerns[state].id, reference: concerns[state].reference, forum: world.forums.CEN }]));
const known = (who: Standing, { concern }: Thing) => who.facts.concerns.find(({ id }) => id === concern);
const isRaiser = (who: Standing, thing: Thing) => known(who, thing)?.raiser === who.person;
/** The chair's office, once it is raised, and never whoever is recused from the case it went to. */
const isOffice = (who: Standing, thing: Thing) => {
  const found = known(who, thing);
  return found !== undefined && found.state !== "logged" && who.serves(found.forum) && !who.facts.recusals.some((row) => row.person === who.person && row.case === found.case && !row.lifted);
};
const sees = (who: Standing, thing: Thing) => isRaiser(who, thing) || isOffice(who, thing);
const state = (who: Standing, thing: Thing) => known(who, thing)?.state ?? "";
const draft = "00000000-0000-4000-8000-000000000000";
const noDraft = () => ({ draft: { reference: draft } });

export const concernPages: Record<string, Page> = {
  "/concerns": {},
  "/concerns/purpose": {},
  "/concerns/new": {},
  "/concerns/new/all": {},
  // a draft is somebody's own, and there is none under this id
  "/concerns/new/[draft]/[question]": { records: noDraft, address: (route) => ["what", "tell", "never"].map((question) => route.replace("[draft]", draft).replace("[question]", question)), opens: () => false },
  "/concerns/new/[draft]/check": { records: noDraft, opens: () => false },
  "/concerns/new/[draft]/danger": { records: noDraft, opens: () => false },
  "/concerns/[reference]": { records: concernsOf("raised", "joined", "logged"), opens: sees },
  "/concerns/[reference]/sent": { records: concernsOf("raised", "joined", "logged"), opens: isRaiser },
  "/concerns/[reference]/answer": { records: concernsOf("raised", "joined"), address: (route, { reference }) => [`${route.replace("[reference]", reference)}?as=declined`], opens: (who, thing) => isOffice(who, thing) && state(who, thing) === "raised" },
  "/concerns/[reference]/decide": { records: concernsOf("raised", "joined"), address: (route, { reference }) => [`${route.replace("[reference]", reference)}?by=${draft}`], opens: () => false },
  "/concerns/[reference]/take": { records: concernsOf("raised", "joined"), opens: (who, thing) => isOffice(who, thing) && state(who, thing) === "raised" && who.may("concern.decide", thing) },
  "/concerns/[reference]/ask": { records: concernsOf("raised", "joined", "logged"), opens: isOffice },
  "/concerns/[reference]/reply": { records: concernsOf("raised", "joined"), opens: (who, thing) => isOffice(who, thing) && state(who, thing) === "joined" },
  "/concerns/[reference]/reply/check": { records: concernsOf("raised", "joined"), opens: (who, thing) => isOffice(who, thing) && state(who, thing) === "joined" && ["page", "notFound"] },
};

const about = (...states: (keyof StagedConcerns)[]) => (stage: Stage): Target[] => Object.values(concernsOf(...states)(stage)).map((record) => ({ ...record, case: stage.cases.CEN.id }));
const version = async ({ concern }: Target) => String((await owner.query<{ version: number }>("select version from concerns where id = $1", [concern])).rows[0]?.version ?? 1);
const by = (fields: Fields) => (_: Stage, { reference }: Target): Fields => ({ reference, ...fields });
const asSeen = (fields: Fields) => async (_: Stage, target: Target): Promise<Fields> => ({ reference: target.reference, version: await version(target), ...fields });
const noSuchDraft: Sending = { about: () => [{ reference: "" }], fields: () => ({ draftId: draft }), sees: () => true, also: ["notFound"] };
const boxes = { "happenedOn-day": "1", "happenedOn-month": "11", "happenedOn-year": "2026" };
const words = "A reason of more than twenty characters";
const bareCase: Fields = { subjectType: "location", title: "Noise at night", summary: "Noise at night.", wardId: "", background: "Six calls.", wanted: "One plan.", risk: "medium", subjectLabel: "The parade", name: "", address: "", addressHeldById: "", safeContact: "" };

export const concernSendings: Record<string, Sending> = {
  "concerns/new#submitAnswer": { about: () => [{ reference: "" }], fields: () => ({ question: "what", draftId: "", afterId: "", what: "Noise at night" }), sees: () => true },
  "concerns/new#submitRaise": noSuchDraft,
  "concerns/new#submitLog": noSuchDraft,
  "concerns/new#submitPass": { ...noSuchDraft, fields: () => ({ draftId: draft, toId: draft }) },
  "concerns/new#submitDrop": noSuchDraft,
  // about what can't be done any more, so that every sender meets the same concern
  "concerns/[reference]#submitRaiseLogged": { about: about("joined"), fields: asSeen({}), sees },
  "concerns/[reference]#submitRecurrence": { about: about("raised", "logged"), fields: by({ ...boxes, note: "" }), sees },
  "concerns/[reference]#submitSettle": { about: about("joined"), fields: asSeen({ words }), sees },
  "concerns/[reference]#submitTellMore": { about: about("raised"), fields: by({ words }), sees },
  "concerns/[reference]#submitTold": { about: about("joined"), fields: ({ concerns }, { reference }) => ({ reference, answerId: concerns.joined.answer, "toldOn-day": "1", "toldOn-month": "1", "toldOn-year": "2026" }), sees, also: ["invalid"] },
  "concerns/[reference]#submitPrepare": { about: about("raised"), fields: by({ version: "99" }), sees, also: ["stale"] },
  "concerns/[reference]#submitPropose": { about: about("raised"), fields: by({ decision: "declined", reason: words }), sees },
  "concerns/[reference]#submitDecide": { about: about("joined"), fields: asSeen({ proposedById: draft, proposedAt: "2026-11-01T10:00:00.000Z" }), sees, also: ["notFound"] },
  "concerns/[reference]#submitTake": { about: about("joined"), fields: async (_, target) => ({ concern: target.reference, concernVersion: await version(target), reason: words, ...bareCase }), sees },
  "concerns/[reference]#submitAsk": { about: about("raised"), fields: asSeen({ words }), sees },
  "concerns/[reference]#submitPrepareReply": { about: about("raised"), fields: by({ version: "0", recordWords: words, residentWords: words }), sees },
  "concerns/[reference]#submitReply": { about: about("raised"), fields: asSeen({ preparation: "1", tellsHarm: "no", ends: "more" }), sees },
  "concerns/[reference]#submitReveal": { about: about("raised"), fields: by({ reason: words }), sees },
};

/** At a meeting that is over nobody writes one down any more. */
export const recordSending = (meeting: (stage: Stage) => Target[], seesMeeting: (who: Standing, target: Target) => boolean): Sending => ({
  about: meeting,
  fields: ({ world }: Stage, { reference }: Target, _: Person) => ({ meeting: reference, raisedById: world.people.councillor.personId, what: "Noise at night", wardId: world.wardId, place: "The parade", frequency: "once", tried: "surgery", triedWords: "", mayTell: "yes" }),
  sees: seesMeeting,
});
