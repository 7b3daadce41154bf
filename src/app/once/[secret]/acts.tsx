import type { ComponentType } from "react";
import type { RoutePurpose } from "@/domain/kernel/enums.ts";
import type { ActProps } from "./act-props.ts";
import { EnquiryAct } from "./enquiry-act.tsx";
import { EscalationAct } from "./escalation-act.tsx";

/** What each kind of route leads to, drawn in a frame of its own (Outside). */
export const acts: Partial<Record<RoutePurpose, ComponentType<ActProps>>> = { enquiry_answer: EnquiryAct, escalation_date: EscalationAct };
