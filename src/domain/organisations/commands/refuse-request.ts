import { command } from "../../command.ts";
import { refuse } from "../../kernel/outcome.ts";
import { RefuseRequestInput } from "../inputs.ts";
import { lockRequest, requestSubject } from "../lifecycle.ts";

/** Whoever asked is nobody here. They are told nothing, and asking again asks nobody. */
export const refuseRequest = command({
  permission: "request.decide",
  input: RefuseRequestInput,
  async run({ tx, actor, now, require, record }, { requestId }) {
    const subject = requestSubject(requestId);
    require("request.decide", {}, subject);
    const request = await lockRequest(tx, requestId);
    if (request.isDecided) refuse("request.alreadyDecided");
    await tx.accessRequest.updateMany({ where: { id: request.id }, data: { decidedAt: now, decidedById: actor.personId } });
    record({ event: "request.refused", subject, particulars: {} });
    return { requestId: request.id };
  },
});
