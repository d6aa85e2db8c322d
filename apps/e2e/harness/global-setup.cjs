const { startServer } = require('../../../libs/ground/testing/built-server.cjs');

/** One server for all journeys; each story makes the statements it needs. */
module.exports = async () => {
  const server = await startServer();
  globalThis.plenaryServer = server;
  process.env.JOURNEY_URL = server.url;
};
