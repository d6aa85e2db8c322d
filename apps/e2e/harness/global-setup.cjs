const { createServer } = require('node:http');
const { chromium } = require('playwright-core');
const { startServer } = require('../../../libs/ground/testing/built-server.cjs');
const { keepSampleData } = require('../../../libs/ground/testing/sample-data.cjs');
const { launch } = require('./chromium.cjs');

/** Sets a server's time forward for a story, which is told in another process: `POST /?forward=<ms>` answers what time it is. */
async function clockOf(server) {
  const clock = createServer(async (request, answer) => {
    const forward = Number(new URL(request.url, 'http://clock').searchParams.get('forward'));
    answer.end(JSON.stringify(await server.forward(forward)));
  });
  await new Promise((listening) => clock.listen(0, '127.0.0.1', listening));
  return clock;
}

/**
 * A server and a browser for each worker: stories that run at the same time do not meet, and each makes the statements
 * it needs.
 */
module.exports = async ({ maxWorkers }) => {
  const forgetSampleData = keepSampleData();
  const forEach = (start) => Promise.all(Array.from({ length: maxWorkers }, start));
  const [servers, browsers] = await Promise.all([
    forEach(() => startServer({ env: { CLOCK: 'settable' } })),
    forEach(() => chromium.launchServer(launch)),
  ]);
  const clocks = await Promise.all(servers.map(clockOf));
  process.env.JOURNEY_CLOCKS = clocks.map((clock) => `http://127.0.0.1:${clock.address().port}`).join(' ');
  process.env.JOURNEY_URLS = servers.map(({ url }) => url).join(' ');
  process.env.JOURNEY_FOLDERS = servers.map(({ dataDir }) => dataDir).join(' ');
  process.env.JOURNEY_BROWSERS = browsers.map((browser) => browser.wsEndpoint()).join(' ');
  globalThis.endJourneys = async () => {
    for (const browser of browsers) await browser.close();
    for (const clock of clocks) clock.close();
    for (const server of servers) {
      await server.stop();
      server.forget();
    }
    forgetSampleData();
  };
};
