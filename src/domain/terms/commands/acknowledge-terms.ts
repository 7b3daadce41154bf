import { command } from "../../command.ts";
import { findSeenForum } from "../../forums/queries/find-seen-forum.ts";
import { orNotFound, Refusal } from "../../kernel/outcome.ts";
import { AcknowledgeTermsInput } from "../inputs.ts";

/** Whoever sits on a forum, or serves it, says that they have read the newest version of its terms of reference (rule 31). Said twice it stands once. */
export const acknowledgeTerms = command({
  permission: "terms.acknowledge",
  input: AcknowledgeTermsInput,
  async run({ tx, actor, standing, now, require, record }, { forum: code, version }) {
    const forum = orNotFound(await findSeenForum(tx, standing, code));
    const subject = { type: "forum", id: forum.id, reference: code, forumId: forum.id } as const;
    require("terms.acknowledge", { forumId: forum.id }, subject);
    const newest = orNotFound(await tx.termsOfReference.findFirst({ where: { forumId: forum.id }, orderBy: { version: "desc" }, select: { id: true, version: true } }));
    // another was adopted while this one was read
    if (newest.version !== version) throw new Refusal({ kind: "stale" });
    const { count } = await tx.termsAcknowledgement.createMany({ data: [{ termsId: newest.id, partnershipId: actor.partnershipId, forumId: forum.id, personId: actor.personId, acknowledgedAt: now }], skipDuplicates: true });
    if (count > 0) record({ event: "terms.acknowledged", subject, particulars: { version } });
    return { forum: code };
  },
});
