import { PrismaPg } from "@prisma/adapter-pg";
import { decode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { PrismaClient } from "../../../src/generated/prisma/client.ts";
import { enter } from "../rows.mjs";

const connect = () => new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 20 }) });
const database = () => (globalThis.benchDatabase ??= connect());

/** Who reads: what the encrypted cookie says. */
export async function requireReader() {
  const cookie = (await cookies()).get("bench.session")?.value;
  const token = cookie && (await decode({ token: cookie, secret: process.env.NEXTAUTH_SECRET }));
  return token?.reader ?? notFound();
}

/** One transaction under the reader's row-level security. */
export const transact = (reader, work) =>
  database().$transaction(async (tx) => {
    const query = (text, values) => tx.$queryRawUnsafe(text, ...values);
    await query(enter, [reader.personId, reader.partnershipId]);
    return work(query);
  });
