import type { IncomingHttpHeaders } from "node:http";

export function readProxies(text: string): ((address: string) => boolean) | undefined;
export function callerOf(request: { socket: { remoteAddress?: string }; headers: IncomingHttpHeaders }, isProxy: (address: string) => boolean): string;
export function networkOf(address: string): string;
