import { z } from "zod";
import { version } from "../kernel/inputs.ts";

/** The version of a forum's terms of reference that was read. */
export const AcknowledgeTermsInput = z.strictObject({ forum: z.string().regex(/^[A-Z]{1,8}$/), version });
