import { z } from "zod";
import { reference, version } from "../kernel/inputs.ts";
import { riskFields } from "../kernel/risk-matrix.ts";

export const AssessRiskInput = z.strictObject({ reference, version, ...riskFields });
