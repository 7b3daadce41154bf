import { createRequire } from "node:module";
import { personMark } from "@/platform/auth/person-mark.ts";
import { submissionWords } from "@/wording/submission.ts";
import type { Sight } from "../security/model.ts";
import type { Kind } from "./kinds.ts";
import type { SubmissionFile } from "./server.ts";
import { type Marks, markPattern, type Person } from "./world.ts";

type Fields = Record<string, string | string[] | File>;
type Read = { status: number; headers: Headers; text: string; kind: Kind };
type Visit = { isWide: boolean; address: string; person: Person; expected: Kind[]; sight: Sight | undefined; isRoute: boolean; isKept: boolean; state: string };
type Sent = { isWide: boolean; submission: SubmissionFile; fields: Fields; person: Person; expected: Kind[]; sight: Sight | undefined; reference: string; state: string };

const { computeCacheBustingSearchParam: keyOf } = createRequire(import.meta.url)("next/dist/shared/lib/router/utils/cache-busting-search-param") as { computeCacheBustingSearchParam: (...said: (string | undefined)[]) => Promise<string> };

/** Asks as somebody, and compares each answer, however it was asked for, with what it has to be and may hold. */
export class Asker {
  answers = 0;
  /** The submissions whose form came through to its rules for somebody. */
  passed = new Set<string>();

  constructor(private origin: string, private marks: Marks, private report: (text: string) => void, private count: (what: string) => void) {}

  async page({ isWide, address, person, expected, sight, isRoute, isKept, state }: Visit) {
    const label = `${person.role}, ${state}: ${address}`;
    const get = async (how: string, path: string, headers: Record<string, string> = {}, method = "GET") => {
      const read = await this.ask(path, person, { method, headers });
      this.check(`${label}, ${how}`, read, sight, path, isKept);
      return read;
    };
    const hold = (how: string, { kind }: Read, kinds: Kind[]) => {
      if (!kinds.includes(kind)) this.report(`${label}, ${how}: ${kind}, not ${kinds.join(" or ")}`);
    };
    const plain = await get("plain", address);
    hold("plain", plain, expected);
    if (isRoute) return;
    // the same page in React's own format, in a prefetch, and by what other frameworks' addresses would be
    const [join, key] = [address.includes("?") ? "&" : "?", await keyOf("1", undefined, undefined, undefined)];
    const payload = await get("RSC", `${address}${join}_rsc`, { rsc: "1" });
    // a payload says "not found" inside: it may not hold more than the page would, which check() sees to
    if (expected.includes("page") ? payload.kind !== "page" && payload.kind !== "moved" : payload.status === 200 && payload.kind === "page" && !/NEXT_(?:HTTP_ERROR_FALLBACK;404|REDIRECT)/.test(payload.text)) this.report(`${label}, RSC: ${payload.kind}, not ${expected.join(" or ")}`);
    if (!isWide) return;
    await get("prefetch", `${address}${join}_rsc=${key}`, { rsc: "1", "next-router-prefetch": "1" });
    if (address === "/") return;
    for (const end of [".rsc", ".txt"]) await get(end, `${address}${end}`);
    hold("doubled", await get("doubled", `${address}?reference=CEN-1&reference=CEN-2&_rsc=%ff`), [...expected, "notFound"]);
    hold("HEAD", await get("HEAD", address, {}, "HEAD"), expected);
    for (const method of ["PUT", "DELETE", "OPTIONS"]) hold(method, await get(method, address, {}, method), ["broken"]);
  }

  async submission({ isWide, submission, fields, person, expected, sight, reference, state }: Sent) {
    const label = `${person.role}, ${state}: ${submission.key}${reference ? ` on ${reference}` : ""}`;
    const path = submission.route.replace(/\[act\]/, "done").replace(/\[subject\]/, "00000000-0000-4000-8000-000000000000").replace(/\[\w+\]/, encodeURIComponent(reference || "CEN-1"));
    const own = { origin: this.origin, "next-action": submission.id };
    const post = async (how: string, headers: Record<string, string>, body: BodyInit | undefined, to = path, method = "POST") => {
      const read = await this.ask(to, person, { method, headers, body });
      // the answer to a reveal shows what was asked for
      const given = sight && { ...sight, shown: sight.shownOnAsking, addresses: sight.addressesOnAsking };
      this.check(`${label}, ${how}`, read, given, `${to} ${JSON.stringify(fields)}`);
      return read;
    };
    const nothing = async (how: string, headers: Record<string, string>, body: BodyInit, to = path) => {
      const { kind, status } = await post(how, headers, body, to);
      if (kind === "done") this.report(`${label}, ${how}: done, answered ${status}`);
    };
    // first as nobody may send it, so that what stands is still as it was
    const { origin: _, ...unsaid } = own;
    if (isWide) {
      await nothing("without Origin", unsaid, reply(fields, person));
      await nothing("from elsewhere", { ...own, origin: "https://elsewhere.example" }, reply(fields, person));
      await nothing("from null", { ...own, origin: "null" }, reply(fields, person));
      if (Object.keys(fields).some((name) => /^(?:reference|version|forum)$|Id$/.test(name))) await nothing("without fields", own, reply({}, person));
      await nothing("with another's mark", own, reply(fields, { ...person, personId: "00000000-0000-4000-8000-000000000000" }));
      const far = submission.key.startsWith("interests") ? "/cases" : "/interests";
      await nothing("from another page", own, reply(fields, person), far);
      const doubled = Object.entries(fields).filter(([name]) => name === "reference" || name.endsWith("Id"));
      if (doubled.length > 0) await nothing("doubled", own, reply({ ...fields, ...Object.fromEntries(doubled.map(([name, value]) => [name, [value, value].flat() as string[]])) }, person));
    }
    const { kind, status, text } = await post("sent", own, reply(fields, person));
    if (expected.includes("done") && expected.includes(kind)) this.passed.add(submission.key);
    if (!expected.includes(kind)) this.report(`${label}: ${kind} (${status}), not ${expected.join(" or ")}${kind === "invalid" || kind === "refused" ? `: ${text.slice(0, 300)}` : ""}`);
    this.count(`answered ${kind}`);
  }

  private async ask(path: string, { cookie }: Person, init: RequestInit): Promise<Read> {
    const answer = await fetch(`${this.origin}${path}`, { ...init, headers: { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) }, redirect: "manual" });
    const isStream = answer.headers.get("content-type")?.startsWith("text/event-stream") === true;
    // it goes on as long as somebody listens
    if (isStream) await answer.body?.cancel();
    const text = isStream ? "" : await answer.text();
    this.answers += 1;
    return { status: answer.status, headers: answer.headers, text, kind: kindOf(answer, text) };
  }

  /** What holds for every answer to anybody: its headers, and that it tells nothing that isn't given. */
  private check(label: string, { status, headers, text }: Read, sight: Sight | undefined, asked: string, isKept = false) {
    const said = (name: string) => headers.get(name) ?? "";
    if (!isKept && said("cache-control").replace(/, no-transform$/, "") !== "private, no-store") this.report(`${label}: may be kept (${status})`);
    if (said("x-content-type-options") !== "nosniff" || said("x-frame-options") !== "DENY" || !said("content-security-policy").includes("frame-ancestors 'none'")) this.report(`${label}: lacks headers (${status})`);
    if (headers.has("x-powered-by") || headers.has("server") || headers.has("etag")) this.report(`${label}: says too much of itself`);
    if (status >= 500) this.report(`${label}: ${status}`);
    const everything = `${text}\n${[...headers].map(([, value]) => value).join("\n")}`;
    for (const [word] of everything.matchAll(markPattern)) {
      const mark = this.marks.get(word);
      if (!mark || asked.includes(word)) continue;
      this.count(`mark ${mark.part}`);
      if (!sight?.[mark.part].includes(mark.id)) this.report(`${label}: tells ${mark.part} that isn't given`);
    }
    for (const [, title = ""] of text.matchAll(/<title>([^<]*)<\/title>/g)) if (/Zz[a-z]/.test(title)) this.report(`${label}: a title tells`);
  }
}

/** A form as the browser's script sends it: the state that the form stands in, then its fields. */
function reply(fields: Fields, { personId }: Person): FormData {
  const form = new FormData();
  for (const [name, value] of [...Object.entries(fields), ["$person", personMark(personId)] as const]) for (const one of [value].flat()) form.append(`_1_${name}`, one as string);
  form.append("0", JSON.stringify([{ attempt: 0, errors: {}, values: {} }, "$K1"]));
  return form;
}

function kindOf({ status, headers }: Response, text: string): Kind {
  const to = headers.get("x-action-redirect") ?? headers.get("location");
  if (to !== null) {
    const path = to.split(";")[0] ?? "";
    if (headers.has("x-action-redirect") && !path.startsWith("/sign-in")) return "done";
    return path.startsWith("/sign-in/set-up") ? "setUp" : path.startsWith("/sign-in") ? "signIn" : "moved";
  }
  if (status === 403) return "elsewhere";
  if (status === 404) return "notFound";
  if (status >= 400) return "broken";
  if (headers.get("content-type")?.startsWith("application/json") && text === "{}") return "nothing";
  const state = /^1:(\{"attempt".*\})$/m.exec(text)?.[1];
  if (state === undefined) return "page";
  const { problem, errors, saved } = JSON.parse(state) as { problem?: { title: string }; errors: Record<string, string[]>; saved?: unknown };
  if (saved !== undefined) return "done";
  if (Object.keys(errors).length > 0) return "invalid";
  const words: [Kind, { title: string }][] = [["forbidden", submissionWords.forbidden], ["stale", submissionWords.stale], ["signedOut", submissionWords.signedOut], ["setUpFirst", submissionWords.secondFactorFirst], ["elsewhere", submissionWords.somebodyElses]];
  return words.find(([, { title }]) => title === problem?.title)?.[0] ?? "refused";
}
