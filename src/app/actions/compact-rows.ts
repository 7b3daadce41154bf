import { cookies } from "next/headers";

/** How tall a person likes the rows of the plan: kept in their browser, and nothing else. */
export const rowsCookie = "casemoot.rows";
export const hasCompactRows = async (): Promise<boolean> => (await cookies()).get(rowsCookie)?.value === "compact";
