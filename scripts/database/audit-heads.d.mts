import type pg from "pg";

export type Head = { partnership: string; seq: number; hash: string; at: string };
export type LostHead = { partnership: string; seq: number; at: string; gone: boolean };
export function headFile(folder: string | undefined, env?: Record<string, string | undefined>): string | undefined;
export function readHeads(file: string | undefined): Head[];
export function lostHeads(client: Pick<pg.ClientBase, "query">, heads: Head[]): Promise<LostHead[]>;
export function sentenceOfLost(lost: LostHead): string;
