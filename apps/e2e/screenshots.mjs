/**
 * Takes the pictures in docs/screenshots from a freshly seeded Plenary: `npm run screenshots` after a build.
 * Needs CHROMIUM_PATH.
 */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const { startServer } = createRequire(import.meta.url)('../../libs/ground/testing/built-server.cjs');
const folder = join(dirname(fileURLToPath(import.meta.url)), '../../docs/screenshots');
const password = 'resist-reclaim-realise';
const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

async function person(browser, url, given, options, language = 'en') {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${url}/statements`);
  await page.locator('input[type=email]').fill(`${given}@demo.plenary.example`);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.locator('input[type=password]').waitFor({ state: 'detached' });
  await page.evaluate(
    (tag) =>
      fetch('/api/me', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ language: tag }),
      }),
    language,
  );
  return page;
}

async function openForum(page, url) {
  const id = await page.evaluate(async () => {
    const { items } = await (await fetch('/api/statements?query=Forum')).json();
    return items.find((each) => each.title.startsWith('Forum statement')).id;
  });
  await page.goto(`${url}/statements/${id}`);
  await page.locator('.statement-text').waitFor();
}

async function settle(page, name) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(900);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/screenshots/${name}.png`);
}

async function main() {
  mkdirSync(folder, { recursive: true });
  const server = await startServer();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const amara = await person(browser, server.url, 'amara', desktop);
    await amara.goto(server.url);
    await amara.locator('main h1').waitFor();
    await settle(amara, 'home');
    await openForum(amara, server.url);
    const jomar = await person(browser, server.url, 'jomar', { ...desktop, colorScheme: 'dark' });
    await openForum(jomar, server.url);
    await jomar.locator('.statement-text > p').nth(0).click();
    await amara.locator('.caret').first().waitFor({ state: 'attached' });
    await amara.locator('.statement-text > p').nth(1).click();
    // From its title on, with the carets of both in sight.
    await amara.evaluate(() => scrollTo(0, 0));
    await jomar.keyboard.press('ArrowRight');
    await amara.locator('.caret-name').first().waitFor();
    await settle(amara, 'statement');
    await settle(jomar, 'statement-dark');
    const layla = await person(browser, server.url, 'layla', { ...phone, locale: 'ar' }, 'ar');
    await openForum(layla, server.url);
    await layla.locator('html[dir=rtl]').waitFor();
    await settle(layla, 'phone-arabic');
    await layla.goto(`${server.url}/`);
    await layla.locator('main h1').waitFor();
    await settle(layla, 'phone-arabic-home');
  } finally {
    await browser.close();
    await server.stop();
    server.forget();
  }
}

await main();
