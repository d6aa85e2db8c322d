/** A statement that is much discussed, beside the same text with nothing said of it: how it opens, what a key costs. */
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { Client } from 'pg';
import { chromium } from 'playwright-core';
import * as Y from 'yjs';
import {
  anchorOf,
  closedFormats,
  FlatText,
  forkOf,
  LayerRecorder,
  TextEdit,
} from '../../../dist/server/libs/ground/text/index.js';
import { statementRules } from '../../../dist/server/libs/statements/domain/index.js';
import { ensureWeb } from '../../../tools/build/web.mjs';
import { ask as askAs, demoPeople, signIn } from '../load/http.mjs';
import { ask, caretInTheMiddle, costOfKeys, paste, person, sentence } from '../load/pages.mjs';
import { quantile } from '../numbers.mjs';

const require = createRequire(import.meta.url);
const { startServer } = require('../../../libs/ground/testing/built-server.cjs');
const { databaseOf } = require('../../../libs/organisations/testing/people-with-tokens.cjs');

const all = '.statement-text > p[data-style]';

/** Speaks over HTTP as one of the sample coalition. */
async function speaker(url, somebody) {
  const cookie = await signIn(url, somebody);
  return async (method, path, body) => (await askAs(url, cookie, method, path, body)).json();
}

/** A statement for everybody, with these paragraphs; answers its id. */
async function begin(page, url, title, paragraphs) {
  const { id } = await ask(page, 'POST', '/api/statements', {
    title,
    ownerKind: 'coalition',
    language: 'en',
  });
  await ask(page, 'PUT', `/api/statements/${id}/grants`, { subjectKind: 'everyone', right: 'edit' });
  await page.goto(`${url}/statements/${id}`);
  await page.locator('.statement-text').click();
  await paste(page, Array.from({ length: paragraphs }, () => sentence).join('\n\n'));
  await page
    .locator(all)
    .nth(paragraphs - 1)
    .waitFor({ state: 'attached' });
  await page.getByText('Saved', { exact: true }).first().waitFor();
  return id;
}

/** The committed text, from the journal. */
async function textOf(server, id) {
  const client = new Client(databaseOf(server).address);
  await client.connect();
  const { rows } = await client.query('SELECT data FROM collab_update WHERE document_id = $1 ORDER BY seq', [
    `statement:${id}`,
  ]);
  await client.end();
  const doc = new Y.Doc();
  for (const { data } of rows) Y.applyUpdate(doc, data);
  return doc;
}

/** Threads on passages of paragraphs in turn. */
async function discuss(speakers, id, doc, count) {
  const text = new FlatText(doc);
  for (let at = 0; at < count; at++) {
    const paragraph = text.page[at % text.page.length];
    const from = (at % 6) * 12;
    const anchor = anchorOf(text, { paragraph, offset: from }, { paragraph, offset: from + 10 });
    const words = { text: `What is meant here? (${at})`, language: 'en' };
    const begun = { kind: 'passage', anchor, audience: 'readers', ...words };
    await speakers[at % speakers.length]('POST', `/api/statements/${id}/threads`, begun);
  }
}

/** Insertions, deletions and rewordings in turn, in paragraphs in turn. */
async function suggest(speakers, id, doc, count) {
  for (let at = 0; at < count; at++) {
    const say = speakers[at % speakers.length];
    const suggestion = randomUUID();
    const begun = { id: suggestion, language: 'en' };
    const { client } = await say('POST', `/api/statements/${id}/suggestions`, begun);
    const fork = forkOf(doc, []);
    fork.clientID = client;
    const text = new FlatText(fork);
    const recorder = new LayerRecorder(fork, null);
    fork.transact((transaction) => {
      const edit = new TextEdit(text, transaction, closedFormats(statementRules));
      const paragraph = text.page[at % text.page.length];
      const from = (at % 6) * 12;
      if (at % 3 !== 1) edit.insert(paragraph, from + 10, { text: ' and of all who help them' });
      if (at % 3 !== 0) edit.delete(paragraph, from, from + 10);
    });
    const update = Buffer.from(recorder.layer.update).toString('base64');
    fork.destroy();
    await say('PUT', `/api/suggestions/${suggestion}/layer`, { update });
    await say('POST', `/api/suggestions/${suggestion}/send`, { reason: 'It is clearer.' });
  }
}

/** Milliseconds until the last paragraph is on the page and can be written. */
async function opened(page, url, id, paragraphs) {
  await page.goto(`${url}/account`);
  await page.locator('main h1').first().waitFor();
  const from = performance.now();
  await page.goto(`${url}/statements/${id}`);
  await page
    .locator(`.statement-text[contenteditable=true] > p[data-style]`)
    .nth(paragraphs - 1)
    .waitFor({ state: 'attached', timeout: 120_000 });
  return performance.now() - from;
}

/** Threads and suggestions are shown a moment after the text. */
const isAllSaid = (page) => page.locator('.statement-text .commented').first().waitFor({ timeout: 120_000 });

/** Milliseconds: opening (median), and of processor time a key. */
export async function measureReviewing({
  paragraphs = 200,
  threads = 500,
  suggestions = 300,
  keys = 60,
  openings = 7,
} = {}) {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error('CHROMIUM_PATH names no browser');
  await ensureWeb();
  const server = await startServer();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const { url } = server;
    const page = await person(browser, url, 'amara');
    const ids = {
      bare: await begin(page, url, 'With nothing said of it', paragraphs),
      discussed: await begin(page, url, 'Much discussed', paragraphs),
    };
    const people = await demoPeople(url);
    const speakers = [];
    for (const each of people.filter(({ roleKey }) => roleKey !== 'observer').slice(0, 6))
      speakers.push(await speaker(url, each));
    const doc = await textOf(server, ids.discussed);
    await discuss(speakers, ids.discussed, doc, threads);
    await suggest(speakers, ids.discussed, doc, suggestions);
    const opening = { bare: [], discussed: [] };
    for (let time = 0; time < openings; time++)
      for (const [name, id] of Object.entries(ids))
        opening[name].push(await opened(page, url, id, paragraphs));
    const key = {};
    for (const [name, id] of Object.entries(ids)) {
      await opened(page, url, id, paragraphs);
      if (name === 'discussed') await isAllSaid(page);
      await caretInTheMiddle(page, all, paragraphs);
      [key[name]] = await costOfKeys([page], keys);
    }
    const median = (times) => quantile(times, 0.5);
    return {
      ...{ paragraphs, threads, suggestions, key },
      opening: { bare: median(opening.bare), discussed: median(opening.discussed) },
    };
  } finally {
    await browser.close();
    await server.stop();
    server.forget();
  }
}
