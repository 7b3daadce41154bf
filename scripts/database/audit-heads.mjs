// The heads of the audit chains as they were written down outside the database, and whether the chains still hold them.
import fs from "node:fs";
import path from "node:path";

/** Where the heads are written: AUDIT_HEAD_FILE, or beside the embedded database. */
export const headFile = (folder, env = process.env) => env.AUDIT_HEAD_FILE || (folder && path.join(folder, "audit-heads.jsonl"));

/** The heads in the file, oldest first; none where there is no file. A last line that was not finished says nothing. */
export function readHeads(file) {
  if (!file || !fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, "utf8").split("\n");
  const unfinished = lines.pop();
  return lines.filter((line) => line !== "").concat(unfinished?.endsWith("}") ? [unfinished] : []).map((line) => JSON.parse(line));
}

/** The first head of each partnership that its chain no longer has, or has otherwise: its tail was cut, or it was written anew. */
export async function lostHeads(client, heads) {
  const { rows } = await client.query(
    `select distinct on (h.partnership) h.partnership, h.seq::int as seq, h.at, e.seq is null as gone
      from jsonb_to_recordset($1::jsonb) as h(partnership uuid, seq bigint, hash text, at text)
        left join audit_events e on e.partnership_id = h.partnership and e.seq = h.seq
      where e.seq is null or encode(e.hash, 'hex') <> h.hash order by h.partnership, h.seq, h.at`,
    [JSON.stringify(heads)],
  );
  return rows;
}

export const sentenceOfLost = ({ partnership, seq, at, gone }) =>
  `The audit of partnership ${partnership} ${gone ? `ends before event ${seq}, which was its head` : `has another event ${seq} than the one that was its head`} when it was written outside the database on ${at}: ${gone ? "its tail was cut" : "the chain was written anew"}.`;
