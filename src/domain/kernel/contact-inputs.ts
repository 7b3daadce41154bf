import parseTelephone from "libphonenumber-js/min";
import * as postcodes from "postcode";
import { z } from "zod";
import { optionalText } from "./inputs.ts";

/** A postcode of the United Kingdom in any spacing or case: "s601ae" reads as "S60 1AE". Empty reads as null. */
export const optionalPostcode = ({ called }: { called: string }) =>
  optionalText({ called, max: 20 }).pipe(
    z.string().nullable().transform((said, context) => {
      if (said === null) return null;
      const found = postcodes.parse(said.replaceAll(/[^\p{L}\p{N}]/gu, ""));
      if (found.valid) return found.postcode;
      context.addIssue({ code: "custom", message: `${called} must be a full UK postcode, like S60 1AE` });
      return z.NEVER;
    }),
  );

/** A telephone number as people write them: "(01632) 960-001", "+44 1632 960001". Kept as it is dialled here. Empty reads as null. */
export const optionalTelephone = ({ called }: { called: string }) =>
  optionalText({ called, max: 40 }).pipe(
    z.string().nullable().transform((said, context) => {
      if (said === null) return null;
      const found = parseTelephone(said.replaceAll(/[^\d+]/g, ""), "GB");
      // possible, and not only given out: the numbers kept for drama aren't given to anybody
      if (found?.isPossible()) return found.country === "GB" || found.countryCallingCode === "44" ? found.formatNational() : found.formatInternational();
      context.addIssue({ code: "custom", message: `${called} must be a telephone number, like 01632 960 001 or +44 7700 900 982` });
      return z.NEVER;
    }),
  );
