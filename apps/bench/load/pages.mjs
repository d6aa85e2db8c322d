/** People in a browser: what their pages cost, and what they do there. */

/** Somebody types steadily, as in a drafting session. Milliseconds between keys. */
const everyKey = 200;
/** What follows a key later (saving, word count) counts with it. Milliseconds. */
const aftermath = 2_000;
export const sentence =
  'We call upon States to protect the rights of all migrants, whatever their status, at every border. ';

export const pause = (time) => new Promise((done) => setTimeout(done, time));

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
export async function costOfKeys(pages, keys) {
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
export async function caretInTheMiddle(page, selector, paragraphs) {
  const middle = page.locator(selector).nth(Math.floor(paragraphs / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click();
  await pause(aftermath);
}

export async function person(browser, url, given) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${url}/statements`);
  await page.locator('input[type=email]').fill(`${given}@demo.plenary.example`);
  await page.locator('input[type=password]').fill('resist-reclaim-realise');
  await page.locator('button[type=submit]').click();
  await page.locator('input[type=password]').waitFor({ state: 'detached' });
  return page;
}

export const ask = (page, method, path, body) =>
  page.evaluate(
    async ([verb, address, content]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(address, { method: verb, headers, body: JSON.stringify(content) });
      if (!answer.ok) throw new Error(`${verb} ${address}: ${answer.status}`);
      return answer.status === 201 ? answer.json() : null;
    },
    [method, path, body],
  );

export const paste = (page, words) =>
  page.locator('.statement-text').evaluate((element, plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, words);
