const { startServer } = require('../../../libs/ground/testing/built-server.cjs');
const { keepSampleData } = require('../../../libs/ground/testing/sample-data.cjs');

/** A server for each worker: stories that run at the same time do not meet, and each makes the statements it needs. */
module.exports = async ({ maxWorkers }) => {
  globalThis.forgetSampleData = keepSampleData();
  const servers = await Promise.all(Array.from({ length: maxWorkers }, () => startServer()));
  globalThis.plenaryServers = servers;
  process.env.JOURNEY_URLS = servers.map(({ url }) => url).join(' ');
};
