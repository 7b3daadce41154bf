// Prisma's schema engine as WebAssembly, driven through adapter-pg: the developer's `npm run migration` without a
// native binary. Knows the private sides of Prisma 7.10.0 exactly; look here first when that version changes.
import crypto from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { root } from "./folder.mjs";
import { migrations, migrationsFolder } from "./migrations.mjs";

const schemaFolder = path.join(root, "prisma/schema");
const filters = { externalTables: [], externalEnums: [] };

/** SQL that leads from the migrations, replayed into a passing database, to prisma/schema; empty when they agree. */
export async function difference({ url, adminUrl }) {
  return withEngine({ url, adminUrl }, async (engine) => {
    const list = migrationsList();
    const result = await engine.diff({
      from: list.migrationDirectories.length > 0 ? { tag: "migrations", ...list } : { tag: "empty" },
      to: { tag: "schemaDatamodel", files: schemaFiles().map(([file, content]) => ({ path: file, content })) },
      script: true,
      exitCode: true,
      filters,
    });
    return result.exitCode === 2 ? result.stdout : "";
  });
}

async function withEngine(connection, work) {
  const factory = bindMigrationAwareSqlAdapterFactory(new Factory(connection));
  const SchemaEngine = await load();
  const engine = await SchemaEngine.new({ datamodels: schemaFiles() }, () => {}, factory);
  try {
    return await work(engine);
  } catch (error) {
    // The driver's errors come through the engine as a number only.
    const number = /External error id#(\d+)/.exec(error.message ?? "")?.[1];
    const cause = number && factory.errorRegistry.consumeError(Number(number))?.error;
    throw cause instanceof Error ? new Error(cause.message, { cause: error }) : error;
  } finally {
    engine.free();
  }
}

async function load() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message) {
      throw new Error(`The schema engine gave up: ${message}`);
    },
  };
  const runtime = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const wasm = fs.readFileSync(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": runtime });
  runtime.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return runtime.SchemaEngine;
}

const schemaFiles = () =>
  fs
    .readdirSync(schemaFolder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => [path.join(schemaFolder, name), fs.readFileSync(path.join(schemaFolder, name), "utf8")]);

const migrationsList = () => ({
  baseDir: migrationsFolder,
  lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
  shadowDbInitScript: "",
  migrationDirectories: migrations().map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
  })),
});

class Factory extends PrismaPg {
  constructor({ url, adminUrl }) {
    // One connection: the engine's lock belongs to a session, so the work must be done in that session.
    super({ connectionString: url, max: 1 });
    this.url = url;
    this.adminUrl = adminUrl;
  }

  async connect() {
    return repair(await super.connect());
  }

  /** Where the migrations are replayed. The stock one keeps the database of a connection string: it would be the real one. */
  async connectToShadowDb() {
    const name = `casemoot_replay_${crypto.randomUUID().replaceAll("-", "")}`;
    const admin = new pg.Client({ connectionString: this.adminUrl });
    await admin.connect();
    const owner = pg.escapeIdentifier(decodeURIComponent(new URL(this.url).username));
    await admin.query(`create database ${name} owner ${owner} template template0`);
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    const replay = repair(await new PrismaPg({ connectionString: url.href, max: 1 }).connect());
    const dispose = replay.dispose.bind(replay);
    replay.dispose = async () => {
      await dispose();
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    };
    return replay;
  }
}

// Types of PostgreSQL's catalogue that adapter-pg refuses, and near relations that it knows:
// "char", int2vector, oidvector, regclass, regproc, pg_node_tree.
const KNOWN_AS = new Map([[18, 1042], [22, 1005], [30, 1028], [2205, 25], [24, 25], [194, 25]]);

/** Two repairs without which introspection and functions fail. */
function repair(adapter) {
  const { queryRaw, performIO } = adapter;
  // The stock one cuts a script at every semicolon, also inside functions.
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script);
  };
  adapter.queryRaw = async (query) => {
    let types = [];
    const relabelled = async (one) => {
      const result = await performIO.call(adapter, one);
      types = result.fields.map((field) => field.dataTypeID);
      for (const field of result.fields) field.dataTypeID = KNOWN_AS.get(field.dataTypeID) ?? field.dataTypeID;
      return result;
    };
    const result = await queryRaw.call(Object.create(adapter, { performIO: { value: relabelled } }), query);
    for (const [column, type] of types.entries()) if (type === 18) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}
