const { chromium } = require('playwright-core');
const { startServer } = require('../../../libs/ground/testing/built-server.cjs');
const { keepSampleData } = require('../../../libs/ground/testing/sample-data.cjs');
const { launch } = require('./chromium.cjs');

/**
 * A server and a browser for each worker: stories that run at the same time do not meet, and each makes the statements
 * it needs.
 */
module.exports = async ({ maxWorkers }) => {
  const forgetSampleData = keepSampleData();
  const forEach = (start) => Promise.all(Array.from({ length: maxWorkers }, start));
  const [servers, browsers] = await Promise.all([
    forEach(() => startServer()),
    forEach(() => chromium.launchServer(launch)),
  ]);
  process.env.JOURNEY_URLS = servers.map(({ url }) => url).join(' ');
  process.env.JOURNEY_FOLDERS = servers.map(({ dataDir }) => dataDir).join(' ');
  process.env.JOURNEY_BROWSERS = browsers.map((browser) => browser.wsEndpoint()).join(' ');
  globalThis.endJourneys = async () => {
    for (const browser of browsers) await browser.close();
    for (const server of servers) {
      await server.stop();
      server.forget();
    }
    forgetSampleData();
  };
};
