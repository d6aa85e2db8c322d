import type { Browser } from 'playwright-core';
import { accessibilityFindings, openBrowser, phone } from '../harness/browser.js';
import { ask, forumStatement, open, person, says, write, written } from '../harness/people.js';

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
    await write(layla, ' نكتب معاً');
    await says(layla, 'محفوظ');
    expect(await written(layla)).toContain('نكتب معاً');
    const width = await layla.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    expect(await accessibilityFindings(layla)).toEqual([]);
  });
});
