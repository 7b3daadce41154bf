import type { IncomingMessage, Server, ServerResponse } from "node:http";

export type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;
export type Edge = { handle: Handle; origin: string; secret: string; isProxy?: (address: string) => boolean; isLimited?: boolean };
export function edge(options: Edge): { server: Server; listen: (port: number, host: string) => Promise<void>; end: () => Promise<void> };
