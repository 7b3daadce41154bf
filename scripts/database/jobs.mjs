// The queue of jobs, graphile-worker's own schema: brought by the owner to the version of the package, and given to those who use it.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

/*
 * graphile-worker turns row-level security on and leaves it without a policy: nobody but the owner sees a job. The application runs them
 * (takes, ends and puts back), and keeps when each of the timed ones ran last; triggers and functions of ours add them. Jobs hold ids.
 */
const GRANTS = `
grant usage on schema graphile_worker to casemoot_app, casemoot_definer;
grant select on graphile_worker.migrations to casemoot_app;
grant select, insert, update on graphile_worker._private_jobs, graphile_worker._private_job_queues to casemoot_app, casemoot_definer;
grant delete on graphile_worker._private_jobs to casemoot_app;
grant select, insert on graphile_worker._private_tasks to casemoot_app, casemoot_definer;
grant select, insert, update on graphile_worker._private_known_crontabs to casemoot_app;
do $$ declare t text; begin
  foreach t in array array['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs'] loop
    if not exists (select from pg_policies where schemaname = 'graphile_worker' and tablename = t and policyname = 'runs_jobs') then
      execute format('create policy runs_jobs on graphile_worker.%I to casemoot_app, casemoot_definer using (true) with check (true)', t);
    end if;
  end loop;
end $$;`;

/** Brings the queue to the package's version; may run again and again. */
export async function deployJobs(client, url) {
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) });
  await client.query(GRANTS);
}

/** Whether the queue is that of the package, in plain sentences. */
export async function jobsProblems(client) {
  const { rows } = await client.query("select to_regclass('graphile_worker.migrations') is not null as made");
  const theirs = rows[0].made ? (await client.query("select max(id) as newest from graphile_worker.migrations")).rows[0].newest : 0;
  const ours = newest();
  if (theirs < ours) return ["The database's queue of jobs is older than this version of Casemoot: run `npm run migrate` first."];
  if (theirs > ours) return ["The database's queue of jobs is newer than this version of Casemoot."];
  return [];
}

function newest() {
  // read as it stands beside the application, which may be bundled
  const entry = createRequire(path.resolve("package.json")).resolve("graphile-worker");
  const numbers = fs.readdirSync(path.resolve(path.dirname(entry), "../sql")).map((file) => Number.parseInt(file, 10));
  return Math.max(...numbers);
}
