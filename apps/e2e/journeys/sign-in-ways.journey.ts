import { Secret, TOTP } from 'otpauth';
import { startServer, type BuiltServer } from '@plenary/ground/testing';
import { freePort, startOutsideProvider, type OutsideProvider } from '@plenary/identity/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accessibilityFindings, openBrowser, phone, unkept } from '../harness/browser.js';
import { appears } from '../harness/people.js';

const password = 'resist-reclaim-realise';
const emailOf = (given: string) => `${given}@demo.plenary.example`;

describe('signing in with more than a password', () => {
  let server: BuiltServer;
  let provider: OutsideProvider;
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    const port = await freePort();
    // Browsers know passkeys on localhost and on https only.
    url = `http://localhost:${port}`;
    provider = await startOutsideProvider(url);
    server = await startServer({ port, env: { ...provider.settings, PUBLIC_URL: url } });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    provider?.stop();
    await server?.stop();
    server?.forget();
  });

  const fill = (page: Page, name: string, words: string) => page.locator(`input[name=${name}]`).fill(words);
  const submit = (page: Page) => page.locator('main form button[type=submit]').first().click();
  const inDialog = (page: Page, name: string) =>
    page.locator('dialog[open]').getByRole('button', { name }).click();
  const code = (secret: string, halfMinutes = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: Date.now() + halfMinutes * 30_000,
    });

  async function door(context: BrowserContext, given: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(url);
    await fill(page, 'email', emailOf(given));
    await fill(page, 'password', password);
    await submit(page);
    return page;
  }
  async function account(context: BrowserContext, given: string): Promise<Page> {
    const page = await door(context, given);
    await page.locator('nav').first().waitFor();
    await page.goto(`${url}/account`);
    await page.getByRole('heading', { name: 'Second factor and passkeys' }).waitFor();
    return page;
  }

  it('a passkey is added, signs in without a password, and is removed', async () => {
    const context = await browser.newContext({ ...unkept, viewport: { width: 1280, height: 900 } });
    const page = await account(context, 'mateo');
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await fill(page, 'passkey-name', 'My laptop');
    await fill(page, 'own-password', password);
    expect(await accessibilityFindings(page)).toEqual([]);
    await inDialog(page, 'Go on');
    await page.getByText('Write these recovery codes down.').waitFor();
    expect(await page.locator('[role=status] li').count()).toBe(10);
    await page.getByText('My laptop', { exact: true }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.locator('nav').first().waitFor();

    // The password alone is not enough now.
    const elsewhere = await door(await browser.newContext(unkept), 'mateo');
    await appears(elsewhere.getByText('Now type the code from your app'));
    await elsewhere.context().close();

    await page.goto(`${url}/account`);
    await page.getByRole('button', { name: 'Remove the passkey My laptop' }).click();
    await fill(page, 'own-password', password);
    await inDialog(page, 'Remove');
    await page.getByText('My laptop', { exact: true }).waitFor({ state: 'detached' });
    await context.close();
  });

  it('an app for codes is set up on a phone, and asked for at the next sign-in', async () => {
    const context = await browser.newContext({ ...phone, ...unkept });
    const page = await account(context, 'layla');
    await page.getByRole('button', { name: 'Set up an app' }).click();
    await fill(page, 'own-password', password);
    await inDialog(page, 'Go on');
    await page.getByRole('img', { name: 'Square for the app' }).waitFor();
    const secret = (await page.locator('dialog[open] code').innerText()).trim();
    expect(await accessibilityFindings(page)).toEqual([]);
    await fill(page, 'first-code', code(secret, -1));
    await inDialog(page, 'Confirm');
    await page.getByText('Write these recovery codes down.').waitFor();
    const recovery = await page.locator('[role=status] li').first().innerText();

    for (const used of [code(secret), recovery]) {
      const other = await browser.newContext({ ...phone, ...unkept });
      const door2 = await door(other, 'layla');
      await appears(door2.getByText('Now type the code from your app'));
      expect(await accessibilityFindings(door2)).toEqual([]);
      await fill(door2, 'code', used);
      await submit(door2);
      await door2.locator('nav').first().waitFor();
      await other.close();
    }
    await context.close();
  });

  it('a provider of OpenID Connect lets in who has an account here, and nobody else', async () => {
    const context = await browser.newContext(unkept);
    const page = await context.newPage();
    const through = async (login: string) => {
      await page.goto(url);
      await page.getByRole('link', { name: 'Sign in with Coalition login' }).click();
      await page.locator('input[name=login]').fill(login);
      await page.locator('input[name=password]').fill('any');
      await page.locator('button[type=submit]').click();
      await page.locator('button[type=submit]').click();
    };
    await through(emailOf('amara'));
    await page.locator('nav').first().waitFor();
    expect(new URL(page.url()).origin).toBe(url);
    await page.goto(`${url}/account`);
    await page.getByText(emailOf('amara')).first().waitFor();
    await context.clearCookies();
    await through('stranger@people.example');
    await page.getByText('Nobody here has the address that was confirmed').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await context.close();
  });
});
