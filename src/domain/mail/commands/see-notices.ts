import { command } from "../../command.ts";
import { SeeNoticesInput } from "../inputs.ts";

/** Somebody says that they have seen their notices: those that stood on the page, not what came since. */
export const seeNotices = command({
  permission: "notices.see",
  input: SeeNoticesInput,
  async run({ tx, actor, require }, { until }) {
    require("notices.see", { isSelf: true }, { type: "person", id: actor.personId });
    const [row] = await tx.$queryRaw<{ seen: number }[]>`select app.see_notices(${until}::timestamptz) as seen`;
    return { seen: row?.seen ?? 0 };
  },
});
