import { z } from "zod";
import { id } from "../kernel/inputs.ts";

export const SendAgainInput = z.strictObject({ mailId: id("Select an email") });
