/** Rows that no list brings: groups, statements, invitations, applications, and a log of years; straight by SQL. */

/** Everybody's and every organisation's number, so that rows can be spread evenly and always alike. */
const numbered = [
  `CREATE TEMP TABLE p AS SELECT id, row_number() OVER (ORDER BY email) - 1 AS n FROM person`,
  `CREATE TEMP TABLE o AS SELECT id, row_number() OVER (ORDER BY sort_name) - 1 AS n FROM organisation`,
];

/** The one of a table whose turn it is; `by` names its columns with their tables. */
const spread = (table, by) =>
  `(SELECT t.id FROM ${table} t WHERE t.n = (${by}) % (SELECT count(*) FROM ${table}))`;
const ago = (days) => `date_trunc('milliseconds', now() - (${days}) * interval '1 day')`;

/** A tenth is not active, a twentieth not listed; the large organisation stays as it is. */
const states = `
  UPDATE organisation SET
    state = CASE o.n % 20 WHEN 3 THEN 'suspended' WHEN 7 THEN 'left' ELSE 'active' END,
    listing = CASE o.n % 20 WHEN 11 THEN 'unlisted' ELSE 'listed' END
  FROM o WHERE o.id = organisation.id AND organisation.acronym <> 'N0000'`;

const roles = `
  INSERT INTO coalition_role (person_id, role, created_at)
  SELECT id, (ARRAY['facilitator', 'penholder', 'translator', 'observer'])[1 + n % 4], ${ago(30)}
    FROM p WHERE n % 50 = 9`;

const applications = (count) => [
  `CREATE TEMP TABLE a AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, ${count}) n`,
  `INSERT INTO organisation (id, name, sort_name, country, region, constituency, languages, state, listing, created_at)
   SELECT id, 'Applicant ' || n, 'applicant ' || n, 'KE', 'africa', 'youth', '{en}', 'applied', 'listed', ${ago('n')}
     FROM a`,
  `INSERT INTO application
     (organisation_id, applicant_name, applicant_email, applicant_language, note, confirmed_at)
   SELECT id, 'Applicant ' || n, 'a' || n || '@people.example', 'en', repeat('We would like to join. ', 20), ${ago('n')}
     FROM a`,
  `INSERT INTO application_note (id, organisation_id, author_id, text, opinion, at)
   SELECT gen_random_uuid(), a.id, ${spread('p', 'a.n * 7 + k')}, 'Seems sound to me.', 'for', ${ago('a.n')}
     FROM a, generate_series(1, 3) k`,
];

/** Half of them for the large organisation and for roles in the coalition, so that those lists are full. */
const invitations = (count) => [
  `CREATE TEMP TABLE i AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, ${count}) n`,
  `INSERT INTO invitation (id, organisation_id, role, coalition_role, language, secret_hash, most_uses, uses,
                           created_at, expires_at)
   SELECT id,
     CASE n % 4 WHEN 0 THEN (SELECT id FROM organisation WHERE acronym = 'N0000') WHEN 1 THEN NULL
       ELSE ${spread('o', 'i.n * 3')} END,
     CASE n % 4 WHEN 1 THEN NULL ELSE 'member' END, CASE n % 4 WHEN 1 THEN 'observer' END,
     'en', md5('invitation ' || n), 10, 5, ${ago('n % 400')}, ${ago('n % 400 - 90')}
   FROM i`,
  `INSERT INTO invitation_use (invitation_id, person_id, at)
   SELECT i.id, ${spread('p', 'i.n * 11 + k')}, ${ago('i.n % 300')} FROM i, generate_series(1, 5) k
   ON CONFLICT DO NOTHING`,
];

const mandates = `
  INSERT INTO mandate (id, organisation_id, person_id, kind, alternate, from_at)
  SELECT gen_random_uuid(), organisation_id, person_id, (ARRAY['vote', 'sign'])[1 + k], role <> 'focal_point', ${ago(20)}
    FROM representative r, generate_series(0, 1) k
   WHERE role = 'focal_point' OR organisation_id = (SELECT id FROM organisation WHERE acronym = 'N0000')`;

/** The first group is a large one; in the others there are some sixty people. */
const groups = (count, people) => [
  `CREATE TEMP TABLE g AS SELECT gen_random_uuid() AS id, n FROM generate_series(0, ${count - 1}) n`,
  `INSERT INTO working_group (id, name, description, access, created_at)
   SELECT id, 'Working group ' || n, repeat('What it is about. ', 15), (ARRAY['open', 'closed'])[1 + n % 2], ${ago(90)}
     FROM g`,
  `INSERT INTO group_member (group_id, person_id, role, organisation_id, created_at)
   SELECT g.id, r.person_id, CASE WHEN p.n % 30 = 1 THEN 'lead' ELSE 'member' END, r.organisation_id, ${ago(60)}
     FROM p JOIN g ON g.n = p.n % ${count * 4} OR (g.n = 0 AND p.n < ${people / 15})
     JOIN LATERAL (SELECT * FROM representative r WHERE r.person_id = p.id LIMIT 1) r ON true
   ON CONFLICT DO NOTHING`,
  `INSERT INTO group_request (group_id, person_id, organisation_id, note, created_at)
   SELECT g.id, p.id, NULL, 'May I join?', ${ago(3)} FROM g JOIN p ON p.n % ${count * 20} = g.n + ${count * 5}
    WHERE g.n % 2 = 1`,
];

/** Two of five belong to the coalition, the others to a group; each has four grants. */
const statements = (count) => [
  `CREATE TEMP TABLE s AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, ${count}) n`,
  `INSERT INTO statement
     (id, title, owner_kind, group_id, language, stage, word_count, created_by, created_at, updated_at)
   SELECT id, (ARRAY['Declaration on safe passage', 'Joint letter', 'Position on returns'])[1 + n % 3] || ' ' || n,
     CASE WHEN n % 5 < 2 THEN 'coalition' ELSE 'group' END,
     CASE WHEN n % 5 < 2 THEN NULL ELSE ${spread('g', 's.n')} END,
     'en', 'drafting', n * 3, ${spread('p', 's.n * 13')}, ${ago('n')}, ${ago('n / 10.0')}
   FROM s`,
  `INSERT INTO statement_grant
     (id, statement_id, subject_kind, subject_id, "right", granted_by, granted_at)
   SELECT gen_random_uuid(), s.id, k.kind,
     CASE k.kind WHEN 'person' THEN ${spread('p', 's.n * 17')}::text WHEN 'group' THEN ${spread('g', 's.n * 3')}::text
       WHEN 'organisation' THEN ${spread('o', 's.n * 5')}::text ELSE 'translator' END,
     (ARRAY['read', 'comment', 'edit'])[1 + s.n % 3], ${spread('p', 's.n * 13')}, ${ago('n')}
   FROM s, (VALUES ('person'), ('group'), ('organisation'), ('role')) k (kind)`,
];

/**
 * The log of some years: sign-ins, which no list shows, and what people do. One line in fifty is about the large
 * organisation; one kind of event is rare and long ago.
 */
const log = (count) => `
  INSERT INTO event_log (name, subject_kind, subject_id, payload, audience, actor_id, organisation_id, at)
  SELECT e.name, e.kind,
    CASE e.kind WHEN 'statement' THEN ${spread('s', 'l.n')}::text WHEN 'group' THEN ${spread('g', 'l.n')}::text
      WHEN 'organisation' THEN about.id::text ELSE ${spread('p', 'l.n * 3')}::text END,
    jsonb_build_object('personId', ${spread('p', 'l.n * 19')}), '{"kind":"nobody"}',
    ${spread('p', 'l.n * 7')}, about.id, ${ago(`(${count} - l.n) / 50.0`)}
  FROM generate_series(1, ${count}) l (n)
  CROSS JOIN LATERAL (
    SELECT CASE WHEN l.n % 49 = 0 THEN (SELECT id FROM organisation WHERE acronym = 'N0000')
      ELSE ${spread('o', 'l.n * 3')} END AS id) about
  JOIN (VALUES (0, 'session.started', 'session'), (1, 'session.ended', 'session'), (2, 'session.started', 'session'),
    (3, 'organisation.changed', 'organisation'), (4, 'organisation.representative-named', 'organisation'),
    (5, 'group.member-joined', 'group'), (6, 'statement.renamed', 'statement'), (7, 'statement.created', 'statement'),
    (8, 'invitation.made', 'organisation'), (9, 'organisation.mandate-given', 'organisation'),
    (10, 'activity.exported', 'person')) e (place, name, kind)
    ON e.place = CASE WHEN l.n < 10 THEN 10 ELSE l.n % 10 END
  ORDER BY l.n`;

const savedLists = `
  INSERT INTO saved_list (id, person_id, list, name, search, created_at)
  SELECT gen_random_uuid(), id, 'people', 'List ' || k, '{"role":"member"}', ${ago(1)}
    FROM unnest($1::uuid[]) id, generate_series(1, 25) k`;

/**
 * Everything that is not in the imported list; `readers` are the people who will look. Only people and the log grow
 * with the coalition: a page that is not full in a small one would say nothing about how a list grows.
 */
export async function fill(client, { people, readers }) {
  const all = [
    ...[...numbered, states, roles, mandates],
    ...[...applications(125), ...invitations(1_000), ...groups(40, people), ...statements(500)],
    log(people * 6),
  ];
  // Numbers are looked up for every row that is spread.
  const indexed = (sql) => {
    const [, table] = /^CREATE TEMP TABLE (\w)/.exec(sql) ?? [];
    return table ? `${sql}; CREATE INDEX ON ${table} (n); ANALYZE ${table}` : sql;
  };
  for (const sql of all) await client.query(indexed(sql));
  await client.query(savedLists, [readers]);
  // What the database does by itself within minutes, done now, so that it does not happen while others measure.
  await client.query('VACUUM ANALYZE');
}
