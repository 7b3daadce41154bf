import type { OpenRoute } from "@/domain/one-time-routes/queries/read-route.ts";

/** What stands behind a one-time route is handed: the route, its secret for the form, and what the address asks. */
export type ActProps = { route: OpenRoute; secret: string; query: Record<string, string | string[] | undefined> };
