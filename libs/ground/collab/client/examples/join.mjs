/**
 * Joins a statement with a personal API token, reads it, and adds a paragraph when it is told to:
 *
 *   PLENARY_TOKEN=plenary_pat_… node libs/ground/collab/client/examples/join.mjs [statement id] ["words to add"]
 *
 * Uses the client that `npm start` has built; PLENARY_URL is http://localhost:3000 by default.
 */
import * as Y from 'yjs';
import { PlenaryConnection, textOf } from '../../../../../dist/server/libs/ground/collab/client/index.js';

const url = process.env.PLENARY_URL ?? 'http://localhost:3000';
const token = process.env.PLENARY_TOKEN;
const [, , wanted, words] = process.argv;

async function firstStatement() {
  const answer = await fetch(`${url}/api/statements`, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`Plenary answered ${answer.status}: is the token right, and not expired?`);
  const { items } = await answer.json();
  return items[0].id;
}

if (!token) throw new Error('Set PLENARY_TOKEN to a token from your account page.');
const connection = new PlenaryConnection({ url, token });
const provider = await connection.open(`statement:${wanted ?? (await firstStatement())}`, {
  schema: 1,
  root: 'body',
});
await provider.synced();
const body = provider.doc.getXmlFragment('body');
console.log(textOf(body));
console.log(`\n${provider.people.length} here: ${provider.people.map((person) => person.name).join(', ')}`);

if (words) {
  const paragraph = new Y.XmlElement('paragraph');
  for (const [name, value] of Object.entries({ kind: 'plain', style: 'text', level: 1, indent: 0 })) {
    paragraph.setAttribute(name, value);
  }
  paragraph.insert(0, [new Y.XmlText(words)]);
  body.push([paragraph]);
  await provider.saved();
  console.log('Saved.');
}
connection.close();
