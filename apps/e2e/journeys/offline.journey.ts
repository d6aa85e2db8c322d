import type { Browser } from 'playwright-core';
import { Device, openBrowser } from '../harness/browser.js';
import {
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
    const jomar = await person(browser, 'jomar');
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
  });
});
