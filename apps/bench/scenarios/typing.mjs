/** What a key costs the page that it is typed in, and a colleague's page, beside a bare contenteditable. */
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { ensureWeb } from '../../../tools/build/web.mjs';

const require = createRequire(import.meta.url);
const { startServer } = require('../../../libs/ground/testing/built-server.cjs');

/** Somebody types steadily, as in a drafting session. Milliseconds between keys. */
const everyKey = 200;
/** What follows a key later (saving, word count) counts with it. Milliseconds. */
const aftermath = 2_000;
const sentence =
  'We call upon States to protect the rights of all migrants, whatever their status, at every border. ';

const pause = (time) => new Promise((done) => setTimeout(done, time));

/** Processor time of a page's main thread so far, in milliseconds. Others on the machine do not count. */
async function clockOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
  };
}

/** Milliseconds a key on each of the pages, while it is typed on the first; without what they do when nobody types. */
async function costOfKeys(pages, keys) {
  const clocks = await Promise.all(pages.map(clockOf));
  const all = () => Promise.all(clocks.map((clock) => clock()));
  const spent = async (work) => {
    const [before, begun] = [await all(), performance.now()];
    await work();
    const after = await all();
    return { times: after.map((time, at) => time - before[at]), lasted: performance.now() - begun };
  };
  const idle = await spent(() => pause(aftermath));
  const typed = await spent(async () => {
    for (let key = 0; key < keys; key++) {
      await pages[0].keyboard.press('abcdefghij'[key % 10]);
      await pause(everyKey);
    }
    await pause(aftermath);
  });
  return typed.times.map((time, at) => (time - idle.times[at] * (typed.lasted / idle.lasted)) / keys);
}

/** Puts the caret into a paragraph in the middle, and lets the page come to rest. */
async function caretInTheMiddle(page, selector, paragraphs) {
  const middle = page.locator(selector).nth(Math.floor(paragraphs / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click();
  await pause(aftermath);
}

async function bare(browser, paragraphs, keys) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const text = `<p>${sentence}</p>`.repeat(paragraphs);
  await page.setContent(
    `<style>div{max-width:640px;margin:auto;font:19px/1.55 serif}</style><div contenteditable>${text}</div>`,
  );
  await caretInTheMiddle(page, 'p', paragraphs);
  const [cost] = await costOfKeys([page], keys);
  await page.close();
  return cost;
}

async function person(browser, url, given) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${url}/statements`);
  await page.locator('input[type=email]').fill(`${given}@demo.plenary.example`);
  await page.locator('input[type=password]').fill('resist-reclaim-realise');
  await page.locator('button[type=submit]').click();
  await page.locator('input[type=password]').waitFor({ state: 'detached' });
  return page;
}

const ask = (page, method, path, body) =>
  page.evaluate(
    async ([verb, address, content]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(address, { method: verb, headers, body: JSON.stringify(content) });
      if (!answer.ok) throw new Error(`${verb} ${address}: ${answer.status}`);
      return answer.status === 201 ? answer.json() : null;
    },
    [method, path, body],
  );

const paste = (page, words) =>
  page.locator('.statement-text').evaluate((element, plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, words);

async function written(writer, colleague, url, paragraphs, keys) {
  const about = { title: `${paragraphs} paragraphs`, ownerKind: 'coalition', language: 'en' };
  const { id } = await ask(writer, 'POST', '/api/statements', about);
  const everyone = { subjectKind: 'everyone', right: 'edit' };
  await ask(writer, 'PUT', `/api/statements/${id}/grants`, everyone);
  await writer.goto(`${url}/statements/${id}`);
  await writer.locator('.statement-text').click();
  await paste(writer, Array.from({ length: paragraphs }, () => sentence).join('\n\n'));
  await colleague.goto(`${url}/statements/${id}`);
  const all = '.statement-text > p[data-style]';
  await colleague
    .locator(all)
    .nth(paragraphs - 1)
    .waitFor({ state: 'attached', timeout: 60_000 });
  await caretInTheMiddle(colleague, all, paragraphs);
  await caretInTheMiddle(writer, all, paragraphs);
  const [own, other] = await costOfKeys([writer, colleague], keys);
  return { own, other };
}

/** Milliseconds of processor time a key, on the main thread. */
export async function measureTyping({ sizes = [5, 200, 2_000], keys = 60, start = startServer } = {}) {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error('CHROMIUM_PATH names no browser');
  await ensureWeb();
  const server = await start();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const [writer, colleague] = [
      await person(browser, server.url, 'amara'),
      await person(browser, server.url, 'jomar'),
    ];
    const rows = [];
    for (const paragraphs of sizes) {
      const alone = await bare(browser, paragraphs, keys);
      rows.push({
        paragraphs,
        bare: alone,
        ...(await written(writer, colleague, server.url, paragraphs, keys)),
      });
    }
    return { rows };
  } finally {
    await browser.close();
    await server.stop();
    server.forget();
  }
}
