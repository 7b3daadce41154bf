// `npm run roles`: prints what an operator runs once, as superuser, on a PostgreSQL of their own.
import { databaseSql, rolesSql } from "./database/roles.mjs";

console.log(`-- Put passwords of your own for OWNER-PASSWORD and APP-PASSWORD, and run this once as superuser.

${rolesSql({ ownerPassword: "'OWNER-PASSWORD'", appPassword: "'APP-PASSWORD'" })}

${databaseSql("casemoot").map((statement) => `${statement};`).join("\n")}

-- The migrations make the extensions btree_gist, btree_gin, pg_trgm and fuzzystrmatch. All four are trusted: casemoot_owner may make
-- them because it owns the database. On Debian and Red Hat they come in the package postgresql-contrib, where it stands apart.

-- Then:
--   MIGRATE_DATABASE_URL=postgresql://casemoot_owner:OWNER-PASSWORD@HOST:5432/casemoot npm run migrate
--   MIGRATE_DATABASE_URL=postgresql://casemoot_owner:OWNER-PASSWORD@HOST:5432/casemoot ORIGIN=https://… npm run partnership:create
--   DATABASE_URL=postgresql://casemoot_app:APP-PASSWORD@HOST:5432/casemoot NEXTAUTH_SECRET=… ORIGIN=https://… npm start`);
