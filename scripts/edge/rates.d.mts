export const allowances: Record<"session" | "browser" | "address", number>;
export function costOf(request: { method: string }, path: string): number;
