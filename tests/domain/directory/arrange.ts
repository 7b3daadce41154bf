import type { Actor } from "@/domain/kernel/actor.ts";
import { owner } from "../../support/database.ts";
import type { World } from "../../support/world.ts";

process.env.NEXTAUTH_SECRET ??= "a secret for tests alone";

export const now = new Date("2026-12-08T14:30:00Z");
export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
export const daysLater = (days: number) => later(days * 24 * 60);
export const today = { day: "8", month: "12", year: "2026" };
export const onDay = (day: string) => ({ day: day.slice(8), month: day.slice(5, 7), year: day.slice(0, 4) });

export const everybodyElse = (world: World): [string, Actor][] => Object.entries(world.people).filter(([who]) => who !== "administrator");

export const versionOf = async (table: string, id: string): Promise<number> => (await owner.query<{ version: number }>(`select version from ${table} where id = $1`, [id])).rows[0]?.version ?? 0;
export const personOf = async (id: string) => (await owner.query<{ name: string; style: string | null; post: string; email: string; left_at: Date | null; version: number }>("select * from people where id = $1", [id])).rows[0];
export const rowsOf = async <Row extends Record<string, unknown>>(table: string, personId: string) => (await owner.query<Row>(`select * from ${table} where person_id = $1`, [personId])).rows;
