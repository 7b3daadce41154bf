import type { ComponentType } from "react";
import type { OpenRoute } from "@/domain/one-time-routes/queries/read-route.ts";
import type { RoutePurpose } from "@/domain/kernel/enums.ts";

export type ActProps = { route: OpenRoute; secret: string; query: Record<string, string | string[] | undefined> };

/** What each kind of route leads to, drawn in a frame of its own (Outside). */
export const acts: Partial<Record<RoutePurpose, ComponentType<ActProps>>> = {};
