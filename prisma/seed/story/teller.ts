import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Command } from "../../../src/domain/command.ts";
import type { Actor } from "../../../src/domain/kernel/actor.ts";
import type { Directory } from "../directory.ts";
import type { Timeline } from "../timeline.ts";

/** Where a story is told: the directory it happens in, the timeline it happens on, and the commands it happens through. */
export class Teller {
  commands = 0;

  constructor(
    readonly directory: Directory,
    readonly timeline: Timeline,
    readonly madeAt: Date,
    private readonly owner: pg.Client,
  ) {}

  /** Does one thing as one person at one moment, or says loudly why it can't be done. */
  async tell<T>(command: Command<T>, actor: Actor, input: Record<string, unknown>, now: Date): Promise<T> {
    this.commands += 1;
    if (!this.timeline.isNow(now)) throw new Error(`${now.toISOString()} is not the moment that is told: plan it on the timeline`);
    const outcome = await command({ ...actor, requestId: randomUUID() }, input, now);
    if (outcome.ok) return outcome.value;
    throw new Error(`${actor.name}, ${now.toISOString()}: ${JSON.stringify(outcome.problem)}\n${JSON.stringify(input, undefined, 2)}`);
  }

  /** Reads as the owner of the database what a screen would have shown: versions, ids, counts. */
  async ask<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    const { rows } = await this.owner.query<Row>(sql, [...values]);
    return rows;
  }

  /** A record's reference and the version it stands at, as a form carries them. */
  async asSeen(table: "meetings" | "actions" | "referrals", reference: string): Promise<{ reference: string; version: number }> {
    const [row] = await this.ask<{ version: number }>(`select version from ${table} where partnership_id = $1 and reference = $2`, [this.directory.partnershipId, reference]);
    if (!row) throw new Error(`there is no ${reference}`);
    return { reference, version: row.version };
  }
}
