// docs/generated, written from the code's own tables: who may do what, what may follow what, what is kept of it.
//   node --conditions=react-server --import tsx scripts/generated-docs.mjs [--check]
// With --check it writes nothing and exits 1 when a document differs from its table.
import fs from "node:fs";
import path from "node:path";
import { actionMoves } from "../src/domain/action-plan/lifecycle.ts";
import { caseMoves } from "../src/domain/cases/lifecycle.ts";
import { escalationMoves } from "../src/domain/escalations/lifecycle.ts";
import { stepDownMoves } from "../src/domain/step-downs/lifecycle.ts";
import { concernMoves } from "../src/domain/concerns/lifecycle.ts";
import { refusals } from "../src/domain/kernel/outcome.ts";
import { policy } from "../src/domain/kernel/policy.ts";
import { meetingMoves } from "../src/domain/meetings/lifecycle.ts";
import { referralMoves } from "../src/domain/referrals/lifecycle.ts";

const root = path.resolve(import.meta.dirname, "..");
const source = (file) => fs.readFileSync(path.join(root, file), "utf8");
const notice = "<!-- Written from the code by `npm run generate:docs`. Change the code, not this page. -->\n";

const documents = { "permissions.md": permissions(), "lifecycles.md": lifecycles(), "audit-events.md": auditEvents() };
const checking = process.argv.includes("--check");
for (const [name, text] of Object.entries(documents)) {
  const file = path.join(root, "docs/generated", name);
  const before = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
  if (before === text) continue;
  if (checking) {
    console.error(`docs/generated/${name} is older than the code: run npm run generate:docs.`);
    process.exitCode = 1;
  } else {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    console.log(`Written: docs/generated/${name}`);
  }
}

function permissions() {
  const holders = [...new Set(Object.values(policy).flat())];
  const meaning = /\/\*\*\n \* Who may, in the words of the field:\n([\s\S]*?) \*\//.exec(source("src/domain/kernel/policy.ts"))?.[1] ?? "";
  const rows = Object.entries(policy).map(([permission, may]) => [`\`${permission}\``, ...holders.map((holder) => (may.includes(holder) ? "yes" : ""))]);
  return `${notice}# Who may do what\n\nRead from the database at each act, never from the session.\n\n${meaning.replaceAll(/^ \* /gm, "")}\n${table(["Permission", ...holders], rows)}`;
}

function lifecycles() {
  const section = (title, moves) => {
    const drawn = Object.entries(moves).flatMap(([from, to]) => to.map((next) => `  ${from} --> ${next}`));
    const rows = Object.entries(moves).map(([from, to]) => [`\`${from}\``, to.length > 0 ? to.map((next) => `\`${next}\``).join(", ") : "nothing"]);
    return `## ${title}\n\n\`\`\`mermaid\nstateDiagram-v2\n${drawn.join("\n")}\n\`\`\`\n\n${table(["From", "May be followed by"], rows)}`;
  };
  const refused = `## What a rule can refuse\n\n${refusals.map((code) => `- \`${code}\``).join("\n")}\n`;
  return `${notice}# What may follow what\n\n${[section("Meeting", meetingMoves), section("Case", caseMoves), section("Step-down", stepDownMoves), section("Action", actionMoves), section("Escalation", escalationMoves), section("Concern", concernMoves), section("Referral", referralMoves), refused].join("\n")}`;
}

function auditEvents() {
  const body = /export type AuditParticulars = \{\n([\s\S]*?)\n\};/.exec(source("src/domain/audit/events.ts"))?.[1] ?? "";
  const rows = [...body.matchAll(/^ {2}"([^"]+)": (.+);$/gm)].map(([, event, carries]) => [`\`${event}\``, carries === "Record<never, never>" ? "nothing more" : `\`${carries.replaceAll("|", "\\|")}\``]);
  if (rows.length < 20) throw new Error("the audit's events were not found");
  return `${notice}# What the audit keeps\n\nEvery event also holds its number, moment, person, request, subject with its reference, forum and case, and the hash that chains it to the one before. Ids and codes only: words that a person typed stay in the record that an id points to.\n\n${table(["Event", "Carries"], rows)}`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return `${[line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n")}\n`;
}
