import pino from "pino";

/** The operators' log. It holds codes and ids of requests, never names, case text, addresses or anything typed. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  redact: { paths: ["email", "name", "password", "*.email", "*.name", "*.password", "req.headers", "error.message"], censor: "[kept out]" },
});
