/** What a key costs the page that it is typed in, and a colleague's page, beside a bare contenteditable. */
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { ensureWeb } from '../../../tools/build/web.mjs';
import { ask, caretInTheMiddle, costOfKeys, paste, person, sentence } from '../load/pages.mjs';

const require = createRequire(import.meta.url);
const { startServer } = require('../../../libs/ground/testing/built-server.cjs');

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
