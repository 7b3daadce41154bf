import { Prisma, type Tx } from "./client.ts";

type Question = { sql: Prisma.Sql; answer: (rows: unknown) => void; fail: (reason: unknown) => void };
type Row = Record<string, unknown>;

/**
 * What is asked side by side goes to the database in one round trip: `together(tx, (tx) => [listMeetings(tx), listActions(tx)])`. Where
 * one of them asks further once it was answered, that is a round trip of its own. The rows come through JSON, which knows days and moments as text: a column named `at`,
 * `since`, `…At` or `…Until` is a moment and becomes a date again, a day is asked for as text anyhow.
 */
export function together<T extends readonly unknown[]>(tx: Tx, ask: (tx: Tx) => readonly [...T]): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  let asked: Question[] = [];
  const collect = (text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
    new Promise((answer, fail) => {
      if (asked.length === 0) setImmediate(() => void send());
      asked.push({ sql: text instanceof Prisma.Sql ? text : Prisma.sql(text, ...values), answer, fail });
    });
  async function send(): Promise<void> {
    const questions = asked;
    asked = [];
    const columns = questions.map(({ sql }, index) => Prisma.sql`(select coalesce(json_agg(found), '[]') from (${sql}) found) as ${Prisma.raw(`question_${index}`)}`);
    try {
      const [found] = await tx.$queryRaw<Record<string, Row[]>[]>`select ${Prisma.join(columns)}`;
      questions.forEach(({ answer }, index) => answer(found?.[`question_${index}`]?.map(withMoments)));
    } catch (reason) {
      for (const { fail } of questions) fail(reason);
    }
  }
  // whatever else a transaction can do isn't a question that shares a round trip, and fails
  return Promise.all(ask({ $queryRaw: collect } as unknown as Tx)) as Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }>;
}

const namesMoment = /^(at|since|\w+(At|Until))$/;

function withMoments(row: Row): Row {
  for (const [name, value] of Object.entries(row)) if (typeof value === "string" && namesMoment.test(name)) row[name] = new Date(value);
  return row;
}
