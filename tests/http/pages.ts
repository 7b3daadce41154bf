import { administrationPages } from "./administration.ts";
import { concernPages } from "./concerns.ts";
import type { Standing, Thing } from "./expected.ts";
import type { Answer, Page, Records } from "./kinds.ts";
import type { Stage } from "./world.ts";

const casesOf = ({ cases, world }: Stage): Records => Object.fromEntries(Object.entries(cases).map(([code, { id, reference, subject }]) => [code, { case: id, reference, subject, forum: world.forums[code as "CEN" | "NOR"] }]));
const watchedOf = (stage: Stage): Records => ({ ...casesOf(stage), watched: { case: stage.watched.id, reference: stage.watched.reference, subject: "", forum: stage.world.forums.CEN } });
const seesWatch = (who: Standing, thing: Thing) => who.facts.watches.some((row) => row.case === thing.case) && who.sight.twins.includes(thing.case ?? "");
const meetingsOf = ({ meetings, world }: Stage): Records => Object.fromEntries(Object.entries(meetings).map(([name, { id, reference }]) => [name, { meeting: id, reference, forum: name === "north" ? world.forums.NOR : world.forums.CEN }]));
const actionsOf = ({ actions, cases, world }: Stage): Records => Object.fromEntries(Object.entries(actions).map(([name, { id, reference }]) => [name, { action: id, reference, case: name === "north" ? cases.NOR.id : cases.CEN.id, forum: name === "north" ? world.forums.NOR : world.forums.CEN }]));

/** `subject`: what the forum expects. */
const forumsOf = ({ world, planned }: Stage): Records => ({ CEN: { reference: "CEN", forum: world.forums.CEN, subject: planned.CEN }, NOR: { reference: "NOR", forum: world.forums.NOR, subject: planned.NOR } });
/** `subject`: the item or the paper in the address. */
const itemsOf = (stage: Stage): Records => Object.fromEntries(Object.entries(meetingsOf(stage)).map(([name, record]) => [name, { ...record, subject: stage.meetings[name as keyof Stage["meetings"]].items[0] }]));
const papersOf = (stage: Stage): Records =>
  Object.fromEntries(Object.entries(meetingsOf(stage)).flatMap(([name, record]) => stage.meetings[name as keyof Stage["meetings"]].papers.map((paper, index) => [`${name} ${index}`, { ...record, subject: paper, action: index === 2 ? "withdrawn" : "", ...(index === 1 ? { case: stage.cases[name === "north" ? "NOR" : "CEN"].id } : {}) }])));
/** `subject`: somebody in it. `action`: which of them it is. */
const referralsOf = ({ referrals, world }: Stage): Records => Object.fromEntries(Object.entries(referrals).map(([name, { id, reference, subject }]) => [name, { referral: id, reference, subject, action: name, forum: name === "north" ? world.forums.NOR : world.forums.CEN }]));
const writes = (who: Standing, thing: Thing) => who.may("referral.write", thing);
/** Whoever wrote it, and the office of its forum once it was sent. */
const seesReferral = (who: Standing, thing: Thing) => writes(who, thing) || (thing.action !== "draft" && who.serves(thing.forum ?? ""));
const drafts = (who: Standing, thing: Thing) => thing.action === "draft" && writes(who, thing);
const keepsAgenda = (who: Standing, thing: Thing) => who.may("agenda.keep", thing) && ["scheduled", "published", "in_session"].includes(stateOf(who, thing));
/** Of a case as the case is; of anything else by the forum, once the agenda is out. What was withdrawn is the office's. */
const opensPaper = (who: Standing, thing: Thing) =>
  seesMeeting(who, thing) && (thing.case ? who.sight.contents.includes(thing.case) : true) && (who.serves(thing.forum ?? "") || (thing.action !== "withdrawn" && stateOf(who, thing) !== "scheduled"));
const seesMeeting = (who: Standing, thing: Thing) => who.sits(thing.forum ?? "") || who.serves(thing.forum ?? "");
const stateOf = (who: Standing, thing: Thing) => who.facts.meetings.find(({ id }) => id === thing.meeting)?.state ?? "";
const inSight = (part: "cases" | "contents" | "actions") => (who: Standing, thing: Thing) => who.sight[part].includes((part === "actions" ? thing.action : thing.case) ?? "");
/** Who was asked in to one item reads of its actions on the page of the case, and has no pages of the forum. */
const seesAction = (who: Standing, thing: Thing) => inSight("actions")(who, thing) && (who.sits(thing.forum ?? "") || who.serves(thing.forum ?? ""));
const forWhoeverMay = (permission: Parameters<Standing["may"]>[0]) => ({ opens: (who: Standing) => who.may(permission) });

const noOne = "00000000-0000-4000-8000-000000000000";

/** Every address of the application. One that isn't here fails the proof, and so does one that is here and nowhere else. */
export const pages: Record<string, Page> = {
  ...administrationPages,
  ...concernPages,
  "/": {},
  "/cases": {},
  "/cases/new": { opens: (who) => who.mayAnywhere("case.take") },
  "/cases/[reference]": { records: casesOf, opens: inSight("cases") },
  "/cases/[reference]/amend": { records: casesOf, opens: (who, thing) => inSight("contents")(who, thing) && who.may("case.amend", thing) },
  "/cases/[reference]/risk": { records: casesOf, opens: inSight("contents") },
  "/cases/[reference]/step-down": { records: casesOf, opens: (who, thing) => inSight("contents")(who, thing) && who.may("case.prepareStepDown", thing) },
  "/cases/[reference]/step-down/[part]": { records: casesOf, address: (route, { reference }) => ["actions", "assessment", "watch", "telling", "check"].map((part) => route.replace("[reference]", reference).replace("[part]", part)), opens: (who, thing) => inSight("contents")(who, thing) && who.may("case.prepareStepDown", thing) && ["page", "moved"] },
  "/cases/[reference]/watch": { records: watchedOf, opens: seesWatch },
  "/cases/[reference]/watch/[act]": { records: watchedOf, address: (route, { reference }) => Object.keys(watchActs).map((act) => route.replace("[reference]", reference).replace("[act]", act)), opens: opensWatchAct },
  "/cases/[reference]/share": { records: casesOf, opens: (who, thing) => who.may("case.contribute", thing) },
  "/cases/[reference]/ask": { records: casesOf, opens: (who, thing) => inSight("contents")(who, thing) && who.may("enquiry.ask", thing) },
  // in these worlds nobody is asked anything
  "/enquiries/[reference]": { records: () => ({ guessed: { reference: "CEN-Q99999" } }), opens: () => false },
  "/cases/[reference]/withhold": { records: casesOf, opens: (who, thing) => who.may("case.contribute", thing) },
  "/cases/[reference]/withheld": { records: casesOf, opens: (who, thing) => inSight("contents")(who, thing) && who.may("address.store", thing) },
  "/cases/[reference]/told": { records: casesOf, opens: mayReadLedger },
  "/cases/[reference]/told/export": { records: casesOf, opens: mayReadLedger, route: true },
  "/referrals": {},
  "/referrals/new": { opens: (who) => who.may("referral.start") },
  "/referrals/disputes": {},
  "/referrals/[reference]": { records: referralsOf, opens: seesReferral },
  "/referrals/[reference]/write/[part]": {
    records: referralsOf,
    address: (route, { reference }) => ["matter", "threshold", "sharing", "gateways", "risk", "check", "else"].map((part) => route.replace("[reference]", reference).replace("[part]", part)),
    opens: (who, thing, address) => drafts(who, thing) && !address.endsWith("else") && (address.endsWith("check") ? ["page", "moved"] : "page"),
  },
  "/referrals/[reference]/people": { records: referralsOf, opens: drafts },
  "/referrals/[reference]/people/[subject]": { records: referralsOf, address: (route, { reference, subject = "" }) => ["new", subject].map((one) => route.replace("[reference]", reference).replace("[subject]", one)), opens: drafts },
  "/referrals/[reference]/danger": { records: referralsOf, opens: drafts },
  "/referrals/[reference]/sent": { records: referralsOf, opens: (who, thing) => thing.action !== "draft" && writes(who, thing) },
  "/referrals/[reference]/answer/[how]": {
    records: referralsOf,
    address: (route, { reference }) => ["take", "join", "redirect", "ask", "decline", "aside", "else"].map((how) => route.replace("[reference]", reference).replace("[how]", how)),
    opens: (who, thing, address) => seesReferral(who, thing) && !address.endsWith("else") && (thing.action !== "draft" && who.may(address.endsWith("ask") ? "referral.askMore" : address.endsWith("aside") ? "referral.standAside" : "referral.decide", thing) ? "page" : "moved"),
  },
  "/meetings": {},
  "/meetings/plan": { opens: (who) => who.mayAnywhere("meeting.schedule") },
  "/meetings/[reference]/change": { records: meetingsOf, opens: (who, thing) => seesMeeting(who, thing) && ["scheduled", "published"].includes(stateOf(who, thing)) && who.may("meeting.cancel", thing) },
  "/meetings/new": { opens: (who) => who.mayAnywhere("meeting.schedule") },
  "/meetings/[reference]": { records: meetingsOf, opens: seesMeeting },
  "/meetings/[reference]/history": { records: meetingsOf, opens: (who, thing) => seesMeeting(who, thing) && who.may("history.read", thing) },
  "/meetings/[reference]/agenda": { records: meetingsOf, opens: keepsAgenda },
  "/meetings/[reference]/agenda/[item]": { records: itemsOf, address: (route, { reference, subject = "" }) => [route.replace("[reference]", reference).replace("[item]", subject)], opens: keepsAgenda },
  "/meetings/[reference]/pack": { records: meetingsOf, opens: (who, thing) => seesMeeting(who, thing) && stateOf(who, thing) !== "scheduled" },
  "/meetings/[reference]/pack/[format]": { records: meetingsOf, route: true, address: (route, { reference }) => ["docx", "pdf", "exe"].map((format) => route.replace("[reference]", reference).replace("[format]", format)), opens: (who, thing, address) => seesMeeting(who, thing) && !address.endsWith("exe") && stateOf(who, thing) !== "scheduled" },
  "/meetings/[reference]/papers/[paper]": { records: papersOf, route: true, address: (route, { reference, subject = "" }) => [route.replace("[reference]", reference).replace("[paper]", subject)], opens: opensPaper },
  "/meetings/[reference]/interests": { records: meetingsOf, opens: seesMeeting },
  "/meetings/[reference]/invitations": { records: meetingsOf, opens: (who, thing) => who.may("item.invite", thing) && (["published", "in_session"].includes(stateOf(who, thing)) || ["page", "notFound"]) },
  "/meetings/[reference]/minutes": { records: meetingsOf, opens: seesMeeting },
  "/meetings/[reference]/minutes/[format]": { records: meetingsOf, route: true, address: (route, { reference }) => ["docx", "pdf", "exe"].map((format) => route.replace("[reference]", reference).replace("[format]", format)), opens: (who, thing, address) => seesMeeting(who, thing) && !address.endsWith("exe") && ["closed", "circulated", "confirmed"].includes(stateOf(who, thing)) },
  "/meetings/[reference]/minutes/corrections/[item]": { records: meetingsOf, address: (route, { reference }) => [route.replace("[reference]", reference).replace("[item]", "1")], opens: (who, thing) => seesMeeting(who, thing) && stateOf(who, thing) === "circulated" && (who.serves(thing.forum ?? "") || (who.signed(thing.meeting ?? "") && ["page", "notFound"])) },
  "/meetings/[reference]/register": { records: meetingsOf, opens: seesMeeting },
  "/meetings/[reference]/reply": { records: meetingsOf, opens: (who, thing) => seesMeeting(who, thing) && (["scheduled", "published", "in_session"].includes(stateOf(who, thing)) ? ["page", "notFound"] : "notFound") },
  "/meetings/[reference]/register/others": { records: meetingsOf, opens: (who, thing) => who.may("register.keep", thing) && ["page", "moved"] },
  // nothing to choose, where no forum has a quorum
  "/meetings/[reference]/discussion": { records: meetingsOf, opens: (who, thing) => seesMeeting(who, thing) && "moved" },
  "/meetings/[reference]/screen": { records: meetingsOf, opens: (who, thing) => who.may("register.keep", thing) },
  "/meetings/[reference]/sheet": { records: meetingsOf, opens: (who, thing) => who.may("register.keep", thing) },
  "/meetings/[reference]/sheet/enter": { records: meetingsOf, opens: (who, thing) => who.may("register.keep", thing) && ["page", "notFound"] },
  "/meetings/[reference]/research": { records: meetingsOf, opens: (who, thing) => stateOf(who, thing) === "published" && who.may("register.signInAdvance", thing) },
  "/meetings/[reference]/room": { records: meetingsOf, opens: (who, thing) => seesMeeting(who, thing) && (stateOf(who, thing) !== "in_session" || who.serves(thing.forum ?? "") || who.signed(thing.meeting ?? "") ? "page" : "moved") },
  "/meetings/[reference]/room/projected": { records: meetingsOf, opens: (who, thing) => stateOf(who, thing) === "in_session" && who.serves(thing.forum ?? "") },
  // only sent to
  "/meetings/[reference]/room/notes": { records: meetingsOf, route: true, before: true, opens: () => "broken" },
  // nobody without a session is led anywhere by a stream
  "/meetings/[reference]/live": { records: meetingsOf, route: true, opens: (who, thing) => seesMeeting(who, thing) && ["published", "in_session", "closed"].includes(stateOf(who, thing)) },
  "/meetings/[reference]/room/close": { records: meetingsOf, opens: (who, thing) => who.may("minute.write", thing) && ["page", "moved"] },
  "/meetings/[reference]/concern": { records: meetingsOf, opens: (who, thing) => stateOf(who, thing) === "in_session" && who.may("concern.record", thing) },
  "/actions": {},
  "/actions/export/[format]": { records: () => Object.fromEntries(["docx", "pdf", "xlsx", "csv", "exe"].map((format) => [format, { reference: format }])), route: true, opens: (who, _, address) => !address.endsWith("exe") && who.mayAnywhere("register.reply"), isNamedAlike: true },
  // where no forum is named, there is none
  "/actions/pressure": { opens: () => false },
  "/actions/versions": { opens: () => false },
  "/actions/versions/[meeting]": { records: meetingsOf, address: (route, { reference }) => [route.replace("[meeting]", reference)], opens: () => false },
  "/actions/several": {},
  "/actions/rows": { route: true, opens: () => "moved" },
  "/actions/[reference]": { records: actionsOf, opens: seesAction },
  "/actions/chase": { opens: (who) => who.mayAnywhere("action.chase") },
  // with nothing ticked it leads back
  "/actions/chase/check": { opens: (who) => who.mayAnywhere("action.chase") && "moved" },
  "/actions/[reference]/update": { records: actionsOf, opens: seesAction },
  "/actions/[reference]/update/sent": { records: actionsOf, opens: seesAction },
  "/actions/[reference]/history": { records: actionsOf, opens: (who, thing) => seesAction(who, thing) && who.may("history.read", thing) },
  "/actions/[reference]/[act]": { records: actionsOf, address: actAddresses, opens: opensAct },
  "/escalations": {},
  "/escalations/new": { records: casesOf, address: (route, { reference }) => [`${route}?case=${reference}`], opens: (who, thing) => inSight("contents")(who, thing) && who.may("escalation.compose", thing) },
  // what was handed up is in the tests of its own: here are only guesses at it
  "/escalations/check/[draft]": { records: () => ({ guessed: { reference: noOne } }), address: (route, { reference }) => [route.replace("[draft]", reference)], opens: () => false },
  "/escalations/[reference]": { records: () => ({ guessed: { reference: "ESC-2026-001" } }), opens: () => false },
  "/escalations/[reference]/sent": { records: () => ({ guessed: { reference: "ESC-2026-001" } }), opens: () => false },
  "/interests": {},
  "/talks": {},
  "/forums/[forum]/terms": { records: forumsOf, address: (route, { reference }) => [route.replace("[forum]", reference)], opens: seesMeeting, isNamedAlike: true },
  "/forums/[forum]/plan": { records: forumsOf, address: (route, { reference }) => [route.replace("[forum]", reference)], opens: seesMeeting, isNamedAlike: true },
  "/forums/[forum]/plan/new": { records: forumsOf, address: (route, { reference }) => [route.replace("[forum]", reference)], opens: (who, thing) => who.may("plan.keep", thing), isNamedAlike: true },
  "/forums/[forum]/plan/[report]": { records: forumsOf, address: (route, { reference, subject = "" }) => [route.replace("[forum]", reference).replace("[report]", subject)], opens: (who, thing) => who.may("plan.keep", thing) },
  // nobody here writes a referral: a guessed reference is nothing to anybody
  "/referrals/[reference]/similar": { records: () => ({ guessed: { reference: "REF-2026-9999" } }), opens: () => false },
  "/audit": forWhoeverMay("audit.read"),
  "/audit/export": { ...forWhoeverMay("audit.export"), route: true },
  "/audit/similar": forWhoeverMay("audit.read"),
  "/audit/told": forWhoeverMay("ledger.readPerson"),
  "/audit/purposes": forWhoeverMay("purpose.ask"),
  "/audit/gateways": forWhoeverMay("gateway.keep"),
  "/audit/gateways/new": forWhoeverMay("gateway.keep"),
  "/audit/gateways/[row]": { ...forWhoeverMay("gateway.keep"), records: ({ gateway }) => ({ row: { reference: gateway } }) },
  "/notices": {},
  "/account": {},
  "/account/email": {},
  // nobody of these worlds has a password or a second factor of their own: the forms to change them aren't theirs
  "/account/password": { opens: () => false },
  "/account/second-factor": { opens: () => false },
  "/account/new-codes": { opens: () => false },
  "/account/recovery-codes": { opens: () => ["page", "moved"] },
  "/cases/[reference]/people/new": { records: casesOf, opens: (who, thing) => inSight("contents")(who, thing) && who.may("case.amend", thing) },
  // who somebody is can be corrected while it is shown, and in these worlds nobody has asked to be shown anybody
  "/cases/[reference]/people/[subject]": { records: casesOf, address: (route, { reference, subject = "" }) => [route.replace("[reference]", reference).replace("[subject]", subject)], opens: (who, thing) => inSight("contents")(who, thing) && who.may("case.amend", thing) && ["page", "notFound"] },
  "/api/session": { route: true, before: true, opens: () => ["page", "broken"] },
  "/forgotten": { before: true },
  "/forgotten/sent": { before: true },
  "/join/[secret]": { before: true, records: () => ({ guessed: { reference: "a-secret-that-nobody-was-given" } }), opens: () => ["page", "notFound"] },
  "/reset/[secret]": { before: true, records: () => ({ guessed: { reference: "a-secret-that-nobody-was-given" } }), opens: () => ["page", "notFound"] },
  "/once/[secret]": { before: true, records: () => ({ guessed: { reference: "a-secret-that-nobody-was-given" } }), opens: () => ["page", "notFound"] },
  "/once/done": { before: true },
  "/icons.svg": { before: true, route: true, isKept: true },
  // the mailbox of a demonstration, of which there is none here
  "/dev/mailbox": { before: true, opens: () => false },
  "/dev/mailbox/[mail]": { before: true, records: () => ({ mail: { reference: "00000000-0000-4000-8000-000000000000" } }), opens: () => false },
  "/r": { before: true },
  "/r/[code]": { before: true, records: () => ({ guessed: { reference: "K7M2PQ" } }), opens: () => ["signIn", "setUp", "page"] },
  "/sign-in": { before: true, opens: () => "moved" },
  "/sign-in/code": { before: true, opens: () => ["signIn", "setUp", "moved"] },
  "/sign-in/set-up": { before: true, opens: () => ["signIn", "setUp", "moved", "page"] },
  "/sign-in/organisation": { before: true, opens: () => ["page", "moved", "notFound"] },
  "/sign-in/organisation/asked": { before: true },
  "/sign-in/organisation/refused": { before: true },
  "/sign-in/organisation/go": { before: true, opens: () => "signIn" },
  "/sign-in/organisation/back/[organisation]": { before: true, route: true, records: ({ provider }) => ({ provider: { reference: provider } }), opens: () => "signIn" },
  "/api/health": { before: true, route: true },
  "/api/auth/[...nextauth]": { before: true, route: true, records: () => ({ session: { reference: "session" } }), opens: () => ["page", "nothing"] },
};

function mayReadLedger(who: Standing, thing: Thing) {
  const shut = who.facts.recusals.some((row) => row.person === who.person && row.case === thing.case && !row.lifted);
  return inSight("cases")(who, thing) && !shut && who.may("ledger.read", thing);
}

const acts = { accept: "action.accept", decline: "action.decline", "propose-owner": "action.proposeOwner", "more-time": "action.report", waiting: "action.report", keep: "action.keepOwner", time: "action.settleTime", change: "action.change", verify: "action.verify", progress: "action.report", done: "action.report", "circumstances-changed": "action.report", "not-done": "action.report", return: "action.return", cancel: "action.cancel", reassign: "action.reassign" } as const;
const watchActs = { "check-in": "watch.checkIn", return: "case.returnFromWatch", close: "case.close", undo: "case.undoStepDown" } as const;
function opensWatchAct(who: Standing, thing: Thing, address: string): Answer[] {
  if (!seesWatch(who, thing)) return ["notFound"];
  return who.may(watchActs[address.split("/").at(-1) as keyof typeof watchActs], thing) ? ["page"] : ["moved"];
}
function actAddresses(route: string, { reference }: { reference: string }) {
  return Object.keys(acts).map((act) => route.replace("[reference]", reference).replace("[act]", act));
}
/** Whether this is the moment for the act is the move table's to say; without the right there is never a form. */
function opensAct(who: Standing, thing: Thing, address: string): Answer[] {
  if (!seesAction(who, thing)) return ["notFound"];
  const act = address.split("/").at(-1) as keyof typeof acts;
  return who.may(acts[act], thing) ? ["page", "moved"] : ["moved"];
}
