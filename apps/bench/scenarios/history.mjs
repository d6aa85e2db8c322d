/** A history of 50,000 updates in a text of 200 paragraphs: any moment of it, and two of them compared. */
import { createRequire } from 'node:module';
import { Client } from 'pg';
import * as Y from 'yjs';
import { beginParagraph, charactersIn, paragraphsIn, textIn } from '../load/flat-text.mjs';
import { ask, signInAsCoordinator } from '../load/http.mjs';
import { cpuOf, cpuOfFamily } from '../machine.mjs';
import { quantile } from '../numbers.mjs';

const require = createRequire(import.meta.url);
const { startServer } = require('../../../libs/ground/testing/built-server.cjs');
const { databaseOf } = require('../../../libs/organisations/testing/people-with-tokens.cjs');

const document = (id) => `statement:${id}`;

let seed = 11;
const random = (below) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
};

/** Updates of one key each, by twenty hands in turn, some hundred keys long. */
function written(first, clients, { updates, paragraphs }) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, first);
  doc.clientID = clients[0];
  const found = [];
  doc.on('update', (update) => found.push({ update, client: doc.clientID }));
  while (found.length < paragraphs - 1)
    beginParagraph(doc, 'We ask for routes that are safe and open to all. '.repeat(6));
  const text = textIn(doc);
  const sizes = paragraphsIn(doc).map(({ from, to }) => to - from);
  for (let place = 0, at = 0, left = 0; found.length < updates; left--) {
    if (left <= 0) {
      doc.clientID = clients[random(clients.length)];
      at = random(sizes.length);
      place = random(sizes[at] + 1);
      left = 50 + random(200);
    }
    // A mark stands before each paragraph, an end behind.
    const from = sizes.slice(0, at).reduce((sum, size) => sum + size + 2, 1);
    if (random(10) < 3 && place > 0) {
      text.delete(from + --place, 1);
      sizes[at]--;
    } else {
      text.insert(from + place++, 'etaoin shrdlu '[random(14)]);
      sizes[at]++;
    }
  }
  return { found, characters: charactersIn(doc).length };
}

/** Straight into the journal: by the line it would take a quarter of an hour, since nobody may write faster. */
async function fill(client, id, size) {
  const { rows } = await client.query('SELECT data FROM collab_update WHERE document_id = $1', [
    document(id),
  ]);
  const { rows: people } = await client.query('SELECT id FROM person ORDER BY id LIMIT 20');
  const clients = people.map((_, place) => 1_000 + place);
  await client.query(
    `INSERT INTO collab_client (document_id, client_id, person_id, at, model)
     SELECT $1, client, person, now(), 2 FROM unnest($2::bigint[], $3::uuid[]) AS one (client, person)`,
    [document(id), clients, people.map((each) => each.id)],
  );
  const { found, characters } = written(rows[0].data, clients, size);
  for (let at = 0; at < found.length; at += 5_000) {
    const some = found.slice(at, at + 5_000);
    await client.query(
      `INSERT INTO collab_update (document_id, seq, data, person_id, client_id, at, model)
       SELECT $1, $2 + place, data, person, client, now() - ($3 - $2 - place) * interval '2 seconds', 2
         FROM unnest($4::bytea[], $5::uuid[], $6::bigint[]) WITH ORDINALITY AS one (data, person, client, place)`,
      [
        ...[document(id), at + 1, found.length, some.map(({ update }) => Buffer.from(update))],
        some.map((each) => people[each.client - 1_000].id),
        some.map((each) => each.client),
      ],
    );
  }
  await client.query('UPDATE collab_document SET seq = $2 WHERE id = $1', [document(id), found.length + 1]);
  return { last: found.length + 1, characters };
}

/** Milliseconds, over HTTP, as a coordinator. No moment is asked for twice. */
export async function measureHistory({ updates = 50_000, paragraphs = 200, calls = 60 } = {}) {
  const server = await startServer();
  const client = new Client(databaseOf(server).address);
  try {
    const cookie = await signInAsCoordinator(server.url);
    const begun = { title: 'Long history', ownerKind: 'coalition', language: 'en' };
    const { id } = await (await ask(server.url, cookie, 'POST', '/api/statements', begun)).json();
    await client.connect();
    const { last, characters } = await fill(client, id, { updates, paragraphs });
    const time = async (path) => {
      const from = performance.now();
      const answer = await ask(server.url, cookie, 'GET', `/api/statements/${id}/history${path}`);
      const body = await answer.json();
      return { took: performance.now() - from, body };
    };
    // What no process has looked at yet: the states on the way, and stretches of work, are made once.
    const { took: states } = await time(`/moments/${last}`);
    const { took: stretches, body } = await time('');
    const spent = () => (cpuOf(server.pid) + cpuOfFamily(databaseOf(server).pid)) * 1_000;
    const moments = [];
    const comparisons = [];
    const atFirst = spent();
    for (let call = 0; call < calls; call++) moments.push((await time(`/moments/${1 + random(last)}`)).took);
    const inBetween = spent();
    for (let call = 0; call < calls; call++) {
      const from = 1 + random(last - 2_000);
      comparisons.push((await time(`/comparison?from=${from}&to=${from + 1 + random(last - from)}`)).took);
    }
    const cpu = { moment: (inBetween - atFirst) / calls, comparison: (spent() - inBetween) / calls };
    const { took: authorship } = await time('/authorship');
    const quantiles = (times) => ({ p50: quantile(times, 0.5), p95: quantile(times, 0.95) });
    return {
      ...{ updates, paragraphs, characters, states, stretches, count: body.stretches, authorship, cpu },
      ...{ moment: quantiles(moments), comparison: quantiles(comparisons) },
    };
  } finally {
    await client.end();
    await server.stop();
    server.forget();
  }
}
