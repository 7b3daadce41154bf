import { chanceFrom } from "../support/chance.ts";
import { readFacts } from "../security/facts.ts";
import { policy, type Permission } from "@/domain/kernel/policy.ts";
import { readAppointments, standingOf, type Standing } from "./expected.ts";
import type { Answer, Kind } from "./kinds.ts";
import { pages } from "./pages.ts";
import { routesOfFiles, type Running, submissionsOfFiles } from "./server.ts";
import { before, sendings } from "./submissions.ts";
import { Asker } from "./asker.ts";
import { aStage, type Marks, type Person, type Stage, type State, states } from "./world.ts";

type Trial = { of: string; about: string; run: (isWide: boolean) => Promise<void> };
/** One trial in so many is made in every variant too: by prefetch, of other methods, from elsewhere, with fields doubled or missing. */
const wideEvery = 8;
const shutOut: readonly State[] = ["left", "signedOut", "idle", "tooLong", "withoutSession"];
const officeHolders = ["chair", "deputy", "coordinator", "northChair", "marpChair", "governance", "administrator"];
/** What is asked of somebody before anything else is answered. */
const gate = (stage: Stage, { role }: Person): "signIn" | "setUp" | undefined => (shutOut.includes(stage.state) ? "signIn" : stage.state === "mustSetUp" && officeHolders.includes(role) ? "setUp" : undefined);

const permissionOf = ({ key, permission }: { key: string; permission: string | null }) => sendings[key]?.permission ?? permission;
const noOne = "00000000-0000-4000-8000-000000000000";

export async function proveHttp(running: Running, { secret, sample, seed }: { secret: string; sample?: number; seed: number }) {
  const marks: Marks = new Map();
  const problems = new Set<string>();
  const tally: Record<string, number> = {};
  const count = (what: string) => void (tally[what] = (tally[what] ?? 0) + 1);
  const report = (text: string) => {
    if (!problems.has(text)) process.stdout.write(`PROBLEM ${text}\n`);
    problems.add(text);
  };

  // nothing may be left out
  const routes = routesOfFiles();
  for (const route of routes) if (!pages[route]) report(`${route} is an address that the proof doesn't know`);
  for (const route of Object.keys(pages)) if (!routes.includes(route)) report(`${route} is proven and isn't there`);
  const submissions = submissionsOfFiles();
  for (const submission of submissions) {
    const { key } = submission;
    const permission = permissionOf(submission);
    if (before.test(key)) continue;
    if (!sendings[key]) report(`${key} is a submission that the proof doesn't know`);
    else if (!permission || !Object.hasOwn(policy, permission)) report(`${key} runs no command whose permission could be read`);
  }
  for (const key of Object.keys(sendings)) if (!submissions.some((each) => each.key === key)) report(`${key} is proven and isn't there`);

  const stages = [];
  for (const state of states) stages.push(await aStage(state, secret, marks));
  const elsewhere = await aStage("signed", secret, marks);
  const asker = new Asker(running.origin, marks, report, count);
  const trials: Trial[] = [];

  const standings = new Map<string, Standing>();
  const standing = async (stage: Stage, person: Person, anew = false): Promise<Standing> => {
    const known = standings.get(`${stage.state} ${person.personId}`);
    if (known && !anew) return known;
    const { partnershipId } = stage.world;
    const facts = await readFacts([partnershipId, person.partnershipId]);
    const made = standingOf(facts, [...(await readAppointments(partnershipId)), ...(person.partnershipId === partnershipId ? [] : await readAppointments(person.partnershipId))], person.personId);
    standings.set(`${stage.state} ${person.personId}`, made);
    return made;
  };
  const visitors = (stage: Stage): Person[] => {
    const others = stage.state === "unsigned" ? elsewhere.people.filter(({ role }) => ["chair", "governance", "administrator"].includes(role)).map((person) => ({ ...person, role: `${person.role} elsewhere` })) : [];
    return [...stage.people, ...others];
  };

  for (const stage of stages) {
    for (const person of visitors(stage)) {
      for (const [route, page] of Object.entries(pages)) {
        if (!routes.includes(route)) continue;
        // to whoever has no session, one record is as good as another
        const records = Object.entries(page.records?.(stage) ?? {}).slice(0, shutOut.includes(stage.state) ? 1 : undefined);
        const unknown = records.length > 0 && !page.before ? [["nowhere", { reference: /\[(?:reference|forum)\]/.test(route) === false ? noOne : route.includes("[forum]") ? "ZZZ" : "CEN-999999999", subject: noOne }] as const] : [];
        const addresses = records.length === 0 ? [[route, {}, true] as const] : [...records.map((each) => [...each, true] as const), ...unknown.map((each) => [...each, false] as const)].flatMap(([, record, there]) => (page.address?.(route, record) ?? [route.replace(/\[(?:\.\.\.)?\w+\]/, encodeURIComponent(record.reference))]).map((address) => [address, record, there] as const));
        for (const [address, thing, isThere] of addresses) {
          trials.push({
            of: route,
            about: `${person.role}, ${stage.state}: ${address}`,
            async run(isWide) {
              const who = await standing(stage, person);
              const asked = gate(stage, person);
              // what belongs to a partnership isn't there for another's people
              const isOurs = records.length === 0 || page.before === true || page.isNamedAlike === true || person.partnershipId === stage.world.partnershipId;
              const given = isThere && isOurs ? (page.opens?.(who, thing, address) ?? true) : false;
              const own: Answer[] = Array.isArray(given) ? given : [given === true ? "page" : given === false ? "notFound" : given];
              const expected: Kind[] = page.before ? (address === "/sign-in" && asked !== undefined ? ["page"] : own) : asked ? [asked] : own;
              count(`page ${expected.join(" or ")}`);
              await asker.page({ isWide, address, person, expected, sight: asked ? undefined : who.sight, isRoute: page.route === true, isKept: page.isKept === true, state: stage.state });
            },
          });
        }
      }
      for (const submission of submissions) {
        const sending = sendings[submission.key];
        if (before.test(submission.key) || !sending || !permissionOf(submission)) continue;
        for (const target of shutOut.includes(stage.state) ? sending.about(stage).slice(0, 1) : sending.about(stage)) {
          trials.push({
            of: submission.key,
            about: `${person.role}, ${stage.state}: ${submission.key}`,
            async run(isWide) {
              const who = await standing(stage, person, true);
              const asked = gate(stage, person);
              // a form about nothing that is there is sent in one's own partnership
              const isOwn = person.partnershipId === stage.world.partnershipId || Object.keys(target).length === 1;
              const sees = sending.sees(who, target) && isOwn;
              const may = who.may(permissionOf(submission) as Permission, target);
              const expected: Kind[] = asked ? [asked === "signIn" ? "signedOut" : "setUpFirst"] : !sees ? ["notFound"] : may ? ["done", "refused", ...(sending.also ?? [])] : ["forbidden", "notFound"];
              count(`submission ${expected[0] ?? ""}`);
              await asker.submission({ isWide, submission, fields: await sending.fields(stage, target, person), person, expected, sight: asked ? undefined : who.sight, reference: target.reference, state: stage.state });
            },
          });
        }
      }
    }
  }

  const chance = chanceFrom(seed);
  const order = shuffled(trials, chance.below);
  const chosen = sample === undefined ? order : spread(order, sample);
  const left = [...chosen];
  await Promise.all(Array.from({ length: 6 }, async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { about, run } = next;
      await run(chance.below(wideEvery) === 0).catch((error: unknown) => report(`${about} broke: ${error instanceof Error ? error.message : String(error)}`));
    }
  }));
  for (const { key } of submissions) if (sample === undefined && sendings[key] && !asker.passed.has(key)) report(`${key} came through for nobody: its form proves nothing`);
  return { problems, tally, trials: trials.length, chosen: chosen.length, answers: asker.answers, routes: routes.length, submissions: submissions.length, passed: asker.passed, cookie: stages[0]?.people[0]?.cookie ?? "" };
}

/** The first so many of each address and submission, so that none is left out. */
function spread(trials: readonly Trial[], each: number): Trial[] {
  const taken = new Map<string, number>();
  return trials.filter(({ of }) => (taken.set(of, (taken.get(of) ?? 0) + 1), (taken.get(of) ?? 0) <= each));
}

function shuffled<T>(list: readonly T[], below: (n: number) => number): T[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = below(i + 1);
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}
