/**
 * Many people at a built server who each have a token of their own, since what a person may ask for is counted by
 * person. Straight by SQL: a password and an e-mail for each of hundreds would take longer than what is measured. Used
 * by specs, drills and the benchmark; CommonJS, like `built-server.cjs`, so that all of them can.
 */
const { createHash, randomBytes, randomUUID } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { Client } = require('pg');

/** The embedded database of a server with this data folder. */
function databaseOf({ dataDir }) {
  const [pid, , , port, host] = readFileSync(`${dataDir}/postgres/postmaster.pid`, 'latin1').split('\n');
  return { pid: Number(pid), address: { host, port: Number(port), user: 'plenary', database: 'plenary' } };
}

/** The tokens of so many new people with this role in the coalition. */
async function peopleWithTokens(server, count, role = 'penholder') {
  const people = Array.from({ length: count }, () => {
    const token = `plenary_pat_${randomBytes(32).toString('base64url')}`;
    return { id: randomUUID(), token, hash: createHash('sha256').update(token).digest('hex') };
  });
  const given = [people.map(({ id }) => id), people.map(({ hash }) => hash), role];
  const client = new Client(databaseOf(server).address);
  await client.connect();
  try {
    await client.query(
      `WITH given AS (
         SELECT id, hash, row_number() OVER () AS n FROM unnest($1::uuid[], $2::text[]) AS g (id, hash)
       ), people AS (
         INSERT INTO person (id, email, display_name, sort_name, language, created_at)
         SELECT id, id || '@people.example', 'Person ' || n, 'person ' || n, 'en', now() FROM given
       ), roles AS (
         INSERT INTO coalition_role (person_id, role, created_at) SELECT id, $3, now() FROM given
       )
       INSERT INTO session (id, person_id, kind, scope, secret_hash, label, created_at, expires_at)
       SELECT gen_random_uuid(), id, 'token', 'write', hash, 'Drill', now(), now() + interval '1 day' FROM given`,
      given,
    );
  } finally {
    await client.end();
  }
  return people.map(({ token }) => token);
}

module.exports = { databaseOf, peopleWithTokens };
