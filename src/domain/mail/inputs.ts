import { z } from "zod";
import { enums } from "../kernel/enums.ts";
import { choice, id, ticked } from "../kernel/inputs.ts";

export const SendAgainInput = z.strictObject({ mailId: id("Select an email") });

const pace = (what: string) => choice(enums.mail_pace, `Select how you want to hear of ${what}`);
export const ChoosePaceInput = z.strictObject({ reminder: pace("what is due"), progress: pace("what has moved"), papers: pace("papers"), quiet: ticked });

/** `until`: when the page was drawn on which they stood. */
export const SeeNoticesInput = z.strictObject({ until: z.iso.datetime({ error: "This form has changed. Load the page again" }) });
