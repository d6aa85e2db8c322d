import type { Browser, Page } from 'playwright-core';
import { until } from '@plenary/ground/testing';
import { Device, openBrowser, plenaryUrl } from '../harness/browser.js';
import {
  isIn,
  isKept,
  keeping,
  newStatement,
  open,
  person,
  says,
  shows,
  signInAgain,
  signInOn,
  write,
  written,
} from '../harness/people.js';

describe('a statement without a network', () => {
  let browser: Browser;
  const device = new Device();
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(async () => {
    await browser.close();
    await device.forget();
  });

  it('is written offline, reloaded, killed and opened again; nothing is lost and all is merged', async () => {
    const jomar = await person(browser, 'jomar', keeping);
    let amara = await device.open();
    await signInOn(amara, 'amara');
    const id = await newStatement(amara, 'Written in a tunnel', 'edit');
    await open(amara, id);
    await open(jomar, id);
    await write(amara, 'Before the tunnel.');
    await says(amara, 'Saved');
    await shows(jomar, 'Before the tunnel.');
    // The worker has to have taken the pages before the network goes.
    await amara.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await amara.reload();
    await shows(amara, 'Before the tunnel.');
    await amara.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await says(amara, 'Saved');

    await device.network.setOffline(true);
    await write(amara, ' In the tunnel.');
    await says(amara, 'On this device');
    await write(jomar, ' Meanwhile outside.');
    await says(jomar, 'Saved');
    await amara.reload();
    await shows(amara, 'In the tunnel.');
    await write(amara, ' After a reload.');
    await says(amara, 'On this device');
    await device.kill();

    // The browser has died at once and has forgotten the sign-in; never the words.
    amara = await device.open();
    await amara.context().clearCookies();
    await signInAgain(amara, 'amara');
    await open(amara, id);
    await shows(amara, 'Meanwhile outside.');
    await says(amara, 'Saved');
    for (const words of ['Before the tunnel.', 'In the tunnel.', 'After a reload.', 'Meanwhile outside.']) {
      await shows(jomar, words);
      expect((await written(amara)).split(words).length).toBe(2);
    }
    expect(await written(amara)).toBe(await written(jomar));
    await device.close();
  }, 180_000);

  /** The pages are kept by the worker, and the person has been here before. */
  async function visited(page: Page, id: string): Promise<void> {
    await page.goto(`${plenaryUrl()}/`);
    await isIn(page);
    await open(page, id);
    await says(page, 'Saved');
    await isKept(page, 'en');
  }

  /** What of the page says so, in its own words. */
  const unreached = (page: Page) =>
    page
      .getByText('Plenary cannot be reached')
      .evaluateAll((all) => all.map((each) => each.closest('section, main')?.textContent ?? ''));

  /** What was typed is written down: the device's records become no more between two looks. */
  async function isWrittenDown(page: Page): Promise<void> {
    const records = () =>
      page.evaluate(async () => {
        let count = 0;
        for (const { name } of await indexedDB.databases()) {
          const database = await new Promise<IDBDatabase>((done, failed) => {
            const opening = indexedDB.open(name!);
            opening.onsuccess = () => done(opening.result);
            opening.onerror = () => failed(opening.error!);
          });
          if (database.objectStoreNames.contains('updates')) {
            count += await new Promise<number>((done) => {
              const counting = database.transaction('updates').objectStore('updates').count();
              counting.onsuccess = () => done(counting.result);
            });
          }
          database.close();
        }
        return count;
      });
    let before = -1;
    await until(async () => {
      const now = await records();
      const same = now === before;
      before = now;
      return same;
    }, 'the words on the device');
  }

  it('opens again and again without a network: five pages, thrown away twice, written in each time', async () => {
    let amara = await device.open();
    await signInAgain(amara, 'amara');
    const id = await newStatement(amara, 'On a long journey', 'edit');
    await visited(amara, id);
    await write(amara, 'At the station.');
    await says(amara, 'Saved');

    await device.network.setOffline(true);
    const visit = async (path: string) => {
      await amara.goto(`${plenaryUrl()}${path}`);
      await isIn(amara);
      await amara.getByText('Offline').first().waitFor();
    };
    await visit('/');
    // What the device has is listed first.
    const onDevice = () =>
      amara.locator('main section', { hasText: 'These statements open without a network.' });
    await onDevice().getByRole('link', { name: 'On a long journey' }).waitFor();
    for (const [load, path] of ['/statements', '/groups', '/account', '/'].entries()) {
      await visit(`/statements/${id}`);
      await shows(amara, 'At the station.');
      await says(amara, load === 0 ? 'Copy of' : 'On this device');
      await write(amara, ` Load ${load}.`);
      await says(amara, 'On this device');
      await isWrittenDown(amara);
      expect(await amara.getByText(/^0 people/).count()).toBe(0);
      await visit(path);
      expect(path === '/account' ? [] : await unreached(amara)).toEqual([]);
      if (load % 2 === 0) continue;
      await device.kill();
      amara = await device.open();
      await device.network.setOffline(true);
    }
    await visit('/');
    await onDevice().getByText('words not sent yet').waitFor();

    await device.network.setOffline(false);
    await signInAgain(amara, 'amara');
    await open(amara, id);
    await says(amara, 'Saved');
    const all = 'At the station. Load 0. Load 1. Load 2. Load 3.';
    expect(await written(amara)).toBe(all);
    const jomar = await person(browser, 'jomar', keeping);
    await open(jomar, id);
    expect(await written(jomar)).toBe(all);
  }, 180_000);

  it('opens as well while the server is away and the device believes in its network', async () => {
    const amara = await person(browser, 'amara', keeping);
    const id = await newStatement(amara, 'The server sleeps', 'edit');
    await visited(amara, id);
    const toServer = (url: URL) => /^\/(api|socket\.io)\//.test(url.pathname);
    await amara.context().route(toServer, (route) => route.abort('connectionrefused'));
    await amara.context().routeWebSocket(toServer, (socket) => socket.close());
    for (const path of ['/statements', `/statements/${id}`]) {
      await amara.goto(`${plenaryUrl()}${path}`);
      await isIn(amara);
      await amara.getByText('Offline').first().waitFor();
      expect([await amara.evaluate(() => navigator.onLine), await unreached(amara)]).toEqual([true, []]);
    }
    await write(amara, 'Nobody listens yet.');
    await says(amara, 'On this device');
    await amara.context().unroute(toServer);
    await amara.context().close();
  });

  it('a tab that stays sends what a closed one left, and both show the words of both before', async () => {
    const stays = await person(browser, 'amara', keeping);
    const id = await newStatement(stays, 'In two tabs', 'edit');
    await visited(stays, id);
    const leaves = await stays.context().newPage();
    await open(leaves, id);
    await says(leaves, 'Saved');
    // Two tabs are one person.
    await stays.getByText('1 person here').first().waitFor();
    await stays.context().setOffline(true);
    await write(leaves, 'From the tab that goes.');
    await shows(stays, 'From the tab that goes.');
    await says(stays, 'On this device');
    await write(stays, ' From the one that stays.');
    await shows(leaves, 'From the one that stays.');
    await leaves.close({ runBeforeUnload: false });
    await stays.context().setOffline(false);
    await says(stays, 'Saved');
    const jomar = await person(browser, 'jomar', keeping);
    await open(jomar, id);
    expect(await written(jomar)).toBe('From the tab that goes. From the one that stays.');
    await stays.context().close();
  });

  it('signing out works without a network, and offers the words first that were not sent', async () => {
    const amara = await person(browser, 'amara', keeping);
    const id = await newStatement(amara, 'Left behind', 'edit');
    await visited(amara, id);
    await amara.context().setOffline(true);
    await write(amara, 'Nobody shall read this here.');
    await says(amara, 'On this device');
    await amara.goto(`${plenaryUrl()}/account`);
    const signOut = amara.getByRole('button', { name: 'Sign out', exact: true });
    await signOut.click();
    await amara.getByRole('dialog', { name: 'Words that were not sent yet' }).waitFor();
    await amara.getByText('Left behind').waitFor();
    await amara.getByRole('button', { name: 'Sign out and remove them' }).click();
    await amara.getByRole('heading', { name: 'One text, many voices' }).waitFor();
    // Opened anew, the device lets nobody in and shows nothing, although it still has the cookie of the session.
    await amara.goto(`${plenaryUrl()}/statements/${id}`);
    await amara.locator('input[type=password]').waitFor();
    expect(await amara.getByText('Left behind').count()).toBe(0);
    const kept = await amara.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name!);
      const open = (name: string) =>
        new Promise<IDBDatabase>((done) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => done(request.result);
        });
      const count = (database: IDBDatabase, store: string) =>
        new Promise<number>((done) => {
          const request = database.transaction(store).objectStore(store).count();
          request.onsuccess = () => done(request.result);
        });
      const counts: number[] = [];
      for (const name of names.filter((each) => each.startsWith('plenary-'))) {
        const database = await open(name);
        for (const store of database.objectStoreNames) counts.push(await count(database, store));
        database.close();
      }
      return counts;
    });
    expect(kept.every((records) => records === 0)).toBe(true);
    await amara.context().setOffline(false);
    await amara.waitForFunction(() => localStorage.getItem('plenary.session-over') === null);
    expect(await amara.evaluate(() => fetch('/api/me').then(({ status }) => status))).toBe(401);
    await amara.context().close();
  });
});
