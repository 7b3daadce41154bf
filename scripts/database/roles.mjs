// The three roles. An operator runs these statements once as superuser (`npm run roles` prints them); the embedded
// database and the tests run the very same.

/**
 * SQL that makes the roles, or brings them to what they must be; it may run again and again.
 * The passwords arrive already quoted as SQL literals.
 */
export function rolesSql({ ownerPassword, appPassword }) {
  return `
-- Owns the database and changes its tables; used by migrations alone.
${make("casemoot_owner")}
alter role casemoot_owner login nosuperuser nobypassrls nocreatedb nocreaterole password ${ownerPassword};

-- Runs the application: owns nothing, and row-level security holds for it.
${make("casemoot_app")}
alter role casemoot_app login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password ${appPassword};

-- Owns the few functions that look past row-level security; nobody can log in as it.
${make("casemoot_definer")}
alter role casemoot_definer nologin nosuperuser nobypassrls nocreatedb nocreaterole;
grant casemoot_definer to casemoot_owner;
`.trim();
}

/** Statements that make a database the roles belong to. They can't run in a transaction, so they come one by one. */
export function databaseSql(database, template) {
  // A template is copied file by file, quicker for a small one than by way of the log. Grants are never copied along.
  const source = template ? `template "${template}" strategy file_copy` : "encoding 'UTF8' template template0";
  return [
    `create database "${database}" owner casemoot_owner ${source}`,
    `revoke all on database "${database}" from public`,
    `grant connect on database "${database}" to casemoot_app`,
  ];
}

const make = (role) => `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then create role ${role}; end if;
end $$;`;
