import { inspect } from "node:util";

/**
 * Throws again what a transaction threw. A bug of ours ends up in the operators' log as it is, and Prisma's errors tell the values they
 * failed on, names and addresses among them: in production only what was asked, its codes and where remain.
 */
export function withoutValues(error: unknown): never {
  if (process.env.NODE_ENV !== "production" || !(error instanceof Error) || !error.name.startsWith("PrismaClient")) throw error;
  const asked = /Invalid `[\w$.]+\(\)` invocation/.exec(error.message)?.[0];
  const codes = [...inspect(error, { depth: 6 }).matchAll(/code: ['`]([A-Z\d]{5})['`]/gi)].map(([, code]) => code);
  const told = new Error([error.name, asked, ...new Set(codes)].filter(Boolean).join(" "));
  const frames = error.stack?.split("\n").filter((line) => /^ +at /.test(line)) ?? [];
  told.stack = [`Error: ${told.message}`, ...frames].join("\n");
  throw told;
}
