import { z } from "zod";
import { id, text } from "../kernel/inputs.ts";

export const resolutionLimit = 1_000;
/** One numbered part of what an item resolved. */
export const AddResolutionInput = z.strictObject({ itemId: id("Select the item"), wording: text({ called: "What was agreed", empty: "Enter what was agreed", max: resolutionLimit }) });
export const WithdrawResolutionInput = z.strictObject({ resolutionId: id("Select what is withdrawn") });
