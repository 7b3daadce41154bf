import type pg from "pg";

export type BrokenSeal = { partnership_id: string; reference: string; confirmed_at: Date; sealed: boolean };
export type Seals = { broken: BrokenSeal[]; confirmed: number };
export function brokenSeals(client: pg.Client | pg.PoolClient): Promise<Seals>;
export function sentenceOfSeals(seals: Seals): string;
