// The pages and the post that are measured, how to tell that each came whole, and what each is compared with.
import { Refusal } from "../refusal.mjs";
import { CASE, CASE_ENTRIES, LISTED_CASES, OPEN_ACTIONS } from "./data.mjs";
import { hiddenFields } from "./reader.mjs";

const actions = /(CEN-\d+-\d+)/g;
const cases = /(CEN-\d+)\b(?!-)/g;
const entries = /((?:Minute|Visit the parade with the warden on two evenings and tell the chair what was found) \d+)/g;

/**
 * The pages, with what stands on each (`of`, found `count` times) and the bare page with the same rows. `as` the chair, or a
 * member on the register, who reads a case without its history. Of those that are `logged`, each reading is an audit event.
 */
export const pages = ({ meeting }) => [
  { name: `Action plan, ${OPEN_ACTIONS} rows`, path: "/actions?all=1", as: "chair", of: actions, count: OPEN_ACTIONS, bare: `/list?rows=${OPEN_ACTIONS}`, logged: true },
  { name: `Case, ${CASE_ENTRIES} entries`, path: `/cases/${CASE}`, as: "member", of: entries, count: CASE_ENTRIES, bare: `/case?reference=${CASE}`, logged: true },
  { name: `Cases, ${LISTED_CASES} rows`, path: "/cases", as: "chair", of: cases, count: LISTED_CASES, bare: `/list?rows=${LISTED_CASES}`, bareOf: actions },
  { name: "Case with its history", path: `/cases/${CASE}`, as: "chair", of: entries, count: CASE_ENTRIES },
  { name: "Home", path: "/", as: "chair", of: new RegExp(`(${meeting})`, "g"), count: 1 },
  { name: "Meeting", path: `/meetings/${meeting}`, as: "chair", of: new RegExp(`(${meeting})`, "g"), count: 1 },
];

/**
 * A way to ask for a page and to be sure that it came whole: 200, and as many different things on it as there should be.
 * Counted on the first answer of each length alone, since it takes the time that is being measured.
 */
export function whole(path, of, count) {
  const lengths = new Set();
  return async (reader) => {
    const answer = await reader.get(path);
    if (answer.status === 200 && lengths.has(answer.body.length)) return answer;
    const found = new Set([...answer.body.toString("utf8").matchAll(of)].map(([, what]) => what)).size;
    if (answer.status !== 200 || found < count) {
      throw new Refusal(`${path} answered ${answer.status} ${answer.headers.location ?? ""} with ${found} of the ${count} things that should stand on it.`);
    }
    lengths.add(answer.body.length);
    return answer;
  };
}

/**
 * A way to report progress on an action again and again, by the form as it stands on the page, without JavaScript. The
 * version that the form carries is one higher each time, as the page would have it when it is drawn anew.
 */
export async function reporting(reader, path) {
  const { status, body } = await reader.get(path);
  if (status !== 200) throw new Refusal(`${path} answered ${status}: no progress can be reported.`);
  const hidden = hiddenFields(body.toString("utf8"), "note");
  let version = Number(hidden.version ?? 0);
  return async (again) => {
    const fields = { ...hidden, ...(hidden.version && { version: String(version++) }), ...(hidden.submissionKey && { submissionKey: crypto.randomUUID() }) };
    const answer = await again.post(path, { ...fields, note: "The second visit is done; the light is mended." });
    if (answer.status !== 303) throw new Refusal(`A report on ${path} answered ${answer.status}, not on to the next page.`);
    return answer;
  };
}
