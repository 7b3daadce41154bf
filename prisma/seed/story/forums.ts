import { Chance } from "../chance.ts";
import type { Directory } from "../directory.ts";
import { central } from "./central.ts";
import { northfold } from "./northfold.ts";
import { panel } from "./panel.ts";
import { southfold } from "./southfold.ts";
import { quayside } from "./wexcombe.ts";
import { type ForumYear, planYear } from "./year.ts";

const tuesday = 2;
const secondTuesday = { nth: 2, weekday: tuesday };

/** The year of Safer Hallamford's forums. Central meets today, at the next full hour. */
export function hallamfordYears(directory: Directory, madeAt: Date, chance: Chance): ForumYear[] {
  return [
    planYear(directory, {
      code: "CEN", place: "Civic Centre, committee room 2", rhythm: { ...secondTuesday, hour: 14, minute: 0 }, cases: central, from: 1, next: "published", today: true,
      missed: { "Kemi Adeyemi": { 2: "apologies", 3: "absent", 5: "absent" }, "Ruth Calverley": { 10: "apologies" }, "Anil Bose": { 9: "apologies" } },
    }, madeAt, chance),
    planYear(directory, {
      code: "NOR", place: "Aldershaw Library, meeting room", rhythm: { ...secondTuesday, hour: 9, minute: 30 }, cases: northfold, from: 1, next: "scheduled", lastIsDraft: true,
      missed: { "Kemi Adeyemi": { 4: "apologies", 9: "absent", 10: "absent" }, "Dev Sandhu": { 8: "apologies" }, "Sian Probert": { 2: "information", 11: "information" } },
    }, madeAt, chance),
    planYear(directory, {
      code: "SOU", place: "Gorsley Community Hub", rhythm: { ...secondTuesday, hour: 16, minute: 30 }, cases: southfold, from: 1, next: "scheduled",
      missed: { "Kemi Adeyemi": { 6: "information", 11: "absent", 12: "absent" }, "Owen Marsh": { 3: "apologies" }, "Imran Sattar": { 4: "apologies", 7: "apologies" } },
    }, madeAt, chance),
    planYear(directory, { code: "MARP", place: "District police headquarters, conference room", rhythm: { nth: 3, weekday: 4, hour: 10, minute: 0 }, cases: panel, from: 9, next: "scheduled", missed: {} }, madeAt, chance),
  ];
}

export function wexcombeYears(directory: Directory, madeAt: Date): ForumYear[] {
  const chance = new Chance("Wexcombe");
  return [planYear(directory, { code: "WEX", place: "Old Customs House", rhythm: { nth: 1, weekday: 3, hour: 10, minute: 0 }, cases: quayside, from: 12, next: "none", missed: {} }, madeAt, chance)];
}
