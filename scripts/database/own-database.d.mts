import type { Cluster } from "./embedded.d.mts";

export const DATABASE: string;
/** Brings the cluster's database to this version, with the demonstration when it holds no partnership yet. */
export function prepareOwnDatabase(cluster: Pick<Cluster, "url" | "superuserUrl" | "secrets">): Promise<void>;
