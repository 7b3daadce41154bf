import path from "node:path";
import { configDefaults, defineConfig } from "vitest/config";

// What runs on PostgreSQL, as the unprivileged role; everything else must do without a database.
const onDatabase = ["tests/domain/**/*.test.{ts,tsx}", "tests/security/**/*.test.{ts,tsx}", "tests/architecture/database/**/*.test.{ts,tsx}"];
const architecture = ["tests/architecture/**/*.test.{ts,tsx}"];

export default defineConfig({
  resolve: {
    alias: {
      "@": path.resolve(import.meta.dirname, "src"),
      // Outside a server it refuses to be imported, which is its only purpose.
      "server-only": path.resolve(import.meta.dirname, "tests/support/empty.ts"),
    },
  },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, ...onDatabase, ...architecture],
          // a busy machine must not read as a fault
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: "architecture", include: architecture, exclude: [...configDefaults.exclude, ...onDatabase] },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: onDatabase,
          globalSetup: "tests/support/database-cluster.ts",
          setupFiles: "tests/support/database-clone.ts",
          pool: "forks",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
