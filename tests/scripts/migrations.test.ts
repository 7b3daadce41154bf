import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const folder = "prisma/migrations";
const names = fs.readdirSync(folder).filter((name) => fs.statSync(path.join(folder, name)).isDirectory());

test("there are migrations to look at", () => {
  expect(names.length).toBeGreaterThan(0);
});

// Each runs in one transaction with its line in the bookkeeping; ending it half way would leave half of it behind.
test.each(names)("%s leaves its transaction to the deployer", (name) => {
  const sql = fs.readFileSync(path.join(folder, name, "migration.sql"), "utf8");
  expect(sql).not.toMatch(/^\s*(begin|start transaction|commit|rollback)\s*;/im);
  expect(sql).not.toMatch(/\bconcurrently\b/i);
});
