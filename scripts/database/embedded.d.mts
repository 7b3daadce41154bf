export type Cluster = {
  port: number;
  secrets: Record<"superuser" | "owner" | "app" | "session", string>;
  url(role: "postgres" | "casemoot_owner" | "casemoot_app", database: string): string;
  superuserUrl(database?: string): string;
  keepUp(options?: { every?: number }): void;
  stop(): void;
};
export function startEmbedded(folder: string, options?: { durable?: boolean }): Promise<Cluster>;
