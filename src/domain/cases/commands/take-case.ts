import { command } from "../../command.ts";
import { TakeCaseInput } from "../inputs.ts";
import { takeWholeCase } from "../lifecycle.ts";

/**
 * The forum takes a case: its nameless twin, what is known and wanted, and who it is, each at its own depth (rule 26).
 * The twin can't be kept with a protected word in it, unless a person shown the word says that it names nobody, which is logged. A withheld address is not stored, only which agency holds it.
 */
export const takeCase = command({
  permission: "case.take",
  input: TakeCaseInput,
  async run(context, input) {
    const { reference } = await takeWholeCase(context, input);
    return { reference };
  },
});
