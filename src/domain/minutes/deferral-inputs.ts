import { z } from "zod";
import { id, optionalDay, optionalText, text } from "../kernel/inputs.ts";
import { reasonLimit } from "./inputs.ts";

export const PutOffItemInput = z.strictObject({
  itemId: id("Select the item"),
  why: text({ called: "Why it is put off", empty: "Enter why it is put off", max: reasonLimit }),
  untilWhat: optionalText({ called: "Until what is there", max: 500 }),
  untilOn: optionalDay({ called: "Day from which it comes back" }),
});
/** The item that was put off. */
export const EndDeferralInput = z.strictObject({ itemId: id("Select what is there") });
