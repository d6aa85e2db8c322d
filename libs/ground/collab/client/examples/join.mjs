/**
 * Joins a statement with a personal API token, reads it, and adds a paragraph when it is told to:
 *
 *   PLENARY_TOKEN=plenary_pat_… node libs/ground/collab/client/examples/join.mjs [statement id] ["words to add"]
 *
 * Uses what `npm start` has built; PLENARY_URL is http://localhost:3000 by default.
 */
const built = '../../../../../dist/server/libs/ground';
const { openDocument, textOf } = await import(`${built}/collab/client/index.js`);
const { PlenaryConnection } = await import(`${built}/realtime/client/index.js`);
const { FlatText, TextEdit } = await import(`${built}/text/index.js`);

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
const provider = await openDocument(connection, `statement:${wanted ?? (await firstStatement())}`, {
  schema: 2,
});
await provider.synced();
console.log(textOf(provider.doc));
console.log(`\n${provider.people.length} here: ${provider.people.map((person) => person.name).join(', ')}`);

if (words) {
  const text = new FlatText(provider.doc);
  provider.doc.transact((transaction) => {
    // Links end with their last character; bold goes on with what is typed behind it.
    const edit = new TextEdit(text, transaction, new Set(['link']));
    const paragraph = edit.insertParagraph(text.page.at(-1), { kind: 'plain' });
    edit.insert(paragraph, 0, { text: words });
  });
  await provider.saved();
  console.log('Saved.');
}
connection.close();
