/** Where the pages of what can be escalated stand. */
export const originPaths = { case: "cases", action: "actions", concern: "concerns" } as const;
