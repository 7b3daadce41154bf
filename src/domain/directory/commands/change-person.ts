import type { Tx } from "@/platform/db/client.ts";
import type { ChangedField } from "../../audit/events.ts";
import { command } from "../../command.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { mail } from "../../mail/send.ts";
import { ChangePersonInput } from "../inputs.ts";
import { lockPerson, withdrawLinks } from "../lifecycle.ts";

const fields = ["name", "style", "post", "email"] as const satisfies readonly ChangedField[];

/** Changes what is known of a person. A new address is told to the one before, and ends the links that went there. */
export const changePerson = command({
  permission: "directory.keepPeople",
  input: ChangePersonInput,
  async run({ tx, actor, now, require, record }, { personId, version, ...said }) {
    require("directory.keepPeople", {}, { type: "person", id: personId });
    const held = await lockPerson(tx, personId);
    refuseIfStale(held, version);
    if (held.leftAt) refuse("person.hasLeft");
    const changed = fields.filter((field) => said[field] !== held[field]);
    if (changed.length === 0) return { personId };
    const moves = changed.includes("email");
    if (moves && (await isTaken(tx, said.email))) refuse("directory.emailTaken");
    await tx.person.updateMany({ where: { id: personId }, data: { ...said, version: { increment: 1 } } });
    if (moves) {
      await withdrawLinks(tx, actor, personId, now);
      await mail(tx, actor, { to: personId, template: "account.emailChanged", facts: { at: now.toISOString() }, address: held.email }, now);
    }
    record({ event: "person.changed", subject: { type: "person", id: personId }, particulars: { personId, fields: changed } });
    return { personId };
  },
});

async function isTaken(tx: Tx, email: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ taken: boolean }[]>`select app.email_is_taken(${email}) as taken`;
  return rows[0]?.taken === true;
}
