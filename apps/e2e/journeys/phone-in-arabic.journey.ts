import type { Browser } from 'playwright-core';
import { accessibilityFindings, openBrowser, phone } from '../harness/browser.js';
import { linesInSight } from '../harness/lines.js';
import { ask, forumStatement, open, person, says, text, write, written } from '../harness/people.js';

describe('on a phone, in Arabic', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser.close());

  it('a translator signs in, opens the statement, types, and reads that it is saved', async () => {
    const coordinator = await person(browser, 'amara');
    const layla = await person(browser, 'layla', { ...phone, locale: 'ar' });
    await ask(layla, 'PATCH', '/api/me', { language: 'ar' });
    const forum = await forumStatement(layla);
    await ask(coordinator, 'PUT', `/api/statements/${forum}/grants`, {
      subjectKind: 'role',
      subjectId: 'translator',
      right: 'edit',
    });
    await open(layla, forum);
    await layla.locator('html[dir=rtl][lang=ar]').waitFor();
    expect(await linesInSight(layla)).toBeGreaterThanOrEqual(8);
    // The tools come with the caret, the style of the paragraph first, as a sheet from below.
    const tools = layla.getByRole('toolbar');
    expect(await tools.isVisible()).toBe(false);
    await text(layla).locator('p').first().tap();
    await tools.waitFor();
    await tools.getByRole('button').first().tap();
    const sheet = layla.getByRole('menu');
    await sheet.getByRole('menuitemradio', { name: 'فقرة', exact: true }).waitFor();
    const box = (await sheet.boundingBox())!;
    expect([box.x, box.width, box.y + box.height].map(Math.round)).toEqual([0, 360, 740]);
    await layla.keyboard.press('Escape');
    await write(layla, ' نكتب معاً');
    await says(layla, 'محفوظ');
    expect(await written(layla)).toContain('نكتب معاً');
    const width = await layla.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    expect(await accessibilityFindings(layla)).toEqual([]);
  });
});
