/** Refuses unless both addresses lead to the database called `name`, and it holds no partnership but demonstrations. */
export function requireOnlyDemonstration(where: { appUrl: string; ownerUrl: string; name?: string }): Promise<void>;
