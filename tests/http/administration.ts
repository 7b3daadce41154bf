import type { Standing } from "./expected.ts";
import type { Fields, Page, Sending } from "./kinds.ts";
import type { Stage } from "./world.ts";

// What administrators have to themselves: the directory, the sign-in of organisations, and mail.

type Permission = Parameters<Standing["may"]>[0];
const noOne = "00000000-0000-4000-8000-000000000000";
const onlyFor = (permission: Permission): Page => ({ opens: (who) => who.may(permission) });
/** Of one record of the directory, told by its id or code. */
const of = (permission: Permission, reference: (stage: Stage) => string, ...more: string[]): Page => ({
  records: (stage) => ({ it: { reference: reference(stage) } }),
  address: (route, { reference: said }) => (more.length === 0 ? [""] : more).map((part) => route.replace(/\[\w+\]/, said).replace(/\[\w+\]/, part)),
  opens: (who) => who.may(permission) && ["page", "moved"],
});
const somebody = ({ world }: Stage) => world.people.housing.personId;
const seat = (): string => noOne;

export const administrationPages: Record<string, Page> = {
  "/admin": onlyFor("directory.keepPeople"),
  "/admin/agencies": onlyFor("directory.keepForums"),
  "/admin/agencies/[agency]": of("directory.keepForums", ({ world }) => world.agencies.housing),
  "/admin/areas": onlyFor("directory.keepForums"),
  "/admin/areas/[place]": of("directory.keepForums", ({ world }) => world.wardId),
  "/admin/forums": onlyFor("directory.keepForums"),
  "/admin/forums/new": onlyFor("directory.keepForums"),
  "/admin/forums/[forum]": { ...of("directory.keepForums", () => "CEN"), isNamedAlike: true },
  "/admin/forums/[forum]/change": { ...of("directory.keepForums", () => "CEN"), isNamedAlike: true },
  "/admin/forums/[forum]/terms": { ...of("directory.keepForums", () => "CEN"), isNamedAlike: true },
  "/admin/people": onlyFor("directory.keepPeople"),
  "/admin/people/new": onlyFor("directory.keepPeople"),
  "/admin/people/[person]": of("directory.keepPeople", somebody),
  "/admin/people/[person]/[form]": { ...of("directory.keepPeople", somebody, "change"), opens: (who) => who.may("directory.keepPeople") && ["page", "moved"] },
  // nothing is held under this id: the seat of somebody is in the pages' own tests
  "/admin/people/[person]/held/[holding]": { ...of("directory.appoint", somebody, seat()), opens: () => false },
  "/admin/people/[person]/held/[holding]/end": { ...of("directory.appoint", somebody, seat()), opens: () => false },
  "/admin/ladder": onlyFor("directory.keepLadder"),
  "/admin/ladder/[forum]": { ...of("directory.keepLadder", () => "CEN"), isNamedAlike: true },
  "/admin/ladder/boards/new": onlyFor("directory.keepLadder"),
  // no board outside the application stands in these worlds
  "/admin/ladder/boards/[board]": { ...of("directory.keepLadder", () => noOne), opens: () => false },
  "/admin/settings": onlyFor("directory.settle"),
  "/admin/settings/declaration": onlyFor("directory.settle"),
  "/admin/providers": onlyFor("organisation.keep"),
  "/admin/providers/new": onlyFor("organisation.keep"),
  "/admin/providers/[provider]": of("organisation.keep", ({ provider }) => provider),
  "/admin/requests": onlyFor("request.decide"),
  "/admin/requests/[request]": of("request.decide", ({ request }) => request),
  "/admin/mail": onlyFor("mail.sendAgain"),
};

/** About nothing that is there, so that nothing changes: whoever may is told so, whoever may not is refused before. */
const sent = (fields: (stage: Stage) => Fields): Sending => ({ about: () => [{ reference: "" }], fields, sees: () => true, also: ["notFound", "stale", "invalid"] });
const on = (name: string, day = "2027-01-01") => ({ [`${name}-day`]: day.slice(8), [`${name}-month`]: day.slice(5, 7), [`${name}-year`]: day.slice(0, 4) });
const nobody = sent(() => ({ personId: noOne, version: "1" }));
const account = sent(() => ({ personId: noOne }));

export const administrationSendings: Record<string, Sending> = {
  "admin/agencies#submitAgency": sent(() => ({ name: "Ambulance", shortName: "Ambulance", kind: "health_provider" })),
  "admin/agencies#submitAgencyChange": sent(() => ({ agencyId: noOne, version: "1", name: "Ambulance", shortName: "Ambulance" })),
  "admin/areas#submitArea": sent(() => ({ name: "South" })),
  "admin/areas#submitNewWard": sent(() => ({ name: "Gorsley", areaId: noOne })),
  "admin/areas#submitPlaceName": sent(() => ({ kind: "ward", placeId: noOne, version: "1", name: "Gorsley" })),
  "admin/forums#submitForum": sent(() => ({ kind: "cim", code: "SOU", name: "Southern", areaId: "", purpose: "To solve cases together.", limitMinutes: "120" })),
  "admin/forums#submitForumChange": sent(() => ({ forum: "ZZZ", version: "1", name: "Southern", areaId: "" })),
  "admin/forums#submitTerms": sent(() => ({ forum: "ZZZ", version: "1", purpose: "To solve cases together.", limitMinutes: "120", ...on("from") })),
  "admin/ladder#submitLadder": sent(() => ({ forum: "ZZZ", version: "0", to: "", cycleDays: "" })),
  "admin/ladder#submitBoard": sent(() => ({ name: "Another board", secretaryId: noOne, cycleDays: "30" })),
  "admin/ladder#submitBoardChange": sent(() => ({ boardId: noOne, version: "1", name: "Another board", secretaryId: noOne, cycleDays: "30" })),
  "admin/settings#submitSettings": sent(() => ({ version: "9999", name: "Safer", idleMinutes: "30", findsRepeats: "yes" })),
  "admin/settings#submitHoliday": sent(() => ({ ...on("day"), name: "Coronation of the King" })),
  "admin/settings#submitHolidayWithdrawn": sent(() => ({ day: "2027-05-11" })),
  "admin/settings#submitDeclaration": sent(() => ({ version: "9999", text: "I will keep it.", ...on("from") })),
  "admin/people#submitSearch": sent(() => ({ words: "" })),
  "admin/people#submitPerson": sent(({ world }) => ({ name: "Somebody New", style: "", post: "Officer", email: `new-${Math.random()}@testham.example`, agencyId: world.agencies.housing })),
  "admin/people#submitChange": sent(() => ({ personId: noOne, version: "1", name: "Somebody New", style: "", post: "Officer", email: "new@testham.example" })),
  "admin/people#submitLeaving": nobody,
  "admin/people#submitReturn": nobody,
  "admin/people#submitInvitation": nobody,
  "admin/people#submitWithdrawal": nobody,
  "admin/people#submitSessionsEnd": account,
  "admin/people#submitFactorReset": account,
  "admin/people#submitAppointment": sent(({ world }) => ({ personId: noOne, forumId: world.forums.CEN, office: "deputy", capacity: "acting", ...on("from") })),
  "admin/people#submitSeat": sent(({ world }) => ({ personId: noOne, forumId: world.forums.CEN, agencyId: world.agencies.housing, represents: "", ...on("from") })),
  "admin/people#submitSeatChange": sent(() => ({ seatId: noOne, version: "1", represents: "" })),
  "admin/people#submitOffice": sent(() => ({ personId: noOne, office: "evaluator", ...on("from") })),
  "admin/people#submitWard": sent(({ world }) => ({ personId: noOne, wardId: world.wardId, ...on("from") })),
  "admin/people#submitEnd": sent(() => ({ kind: "seat", holdingId: noOne, version: "1", when: "at_once" })),
  "admin/providers#submitOrganisation": sent(() => ({ name: "Police", issuer: "https://login.police.example", clientId: "casemoot", clientSecret: "", domains: "police.example" })),
  "admin/providers#submitOrganisationChange": sent(({ provider }) => ({ organisationId: provider, name: "Council", clientSecret: "", domains: "testham.example" })),
  "admin/providers#submitOrganisationEnd": sent(() => ({ organisationId: noOne })),
  "admin/requests#submitAdmission": sent(({ request, world }) => ({ requestId: request, who: "new", name: "Somebody New", post: "Officer", agencyId: world.agencies.council })),
  "admin/requests#submitRefusal": sent(() => ({ requestId: noOne })),
  "admin/mail#submitSendAgain": sent(() => ({ mailId: noOne })),
};
