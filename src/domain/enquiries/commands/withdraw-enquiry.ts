import { command } from "../../command.ts";
import { refuse } from "../../kernel/outcome.ts";
import { withdrawRoutes } from "../../one-time-routes/lifecycle.ts";
import { EnquiryInput } from "../inputs.ts";
import { lockEnquiry, subjectOf } from "../lifecycle.ts";

/** The chair's office no longer needs an answer: the question is shut to whoever was asked, and their link is over. */
export const withdrawEnquiry = command({
  permission: "enquiry.ask",
  input: EnquiryInput,
  async run({ tx, now, require, record }, { reference }) {
    const held = await lockEnquiry(tx, reference);
    require("enquiry.ask", { forumId: held.forumId }, subjectOf(held));
    if (held.answeredAt || held.withdrawnAt) refuse("enquiry.over");
    await tx.enquiry.updateMany({ where: { id: held.id }, data: { withdrawnAt: now } });
    await withdrawRoutes(tx, { purpose: "enquiry_answer", subjectId: held.id }, now);
    record({ event: "enquiry.withdrawn", subject: subjectOf(held), particulars: {} });
    return { reference };
  },
});
