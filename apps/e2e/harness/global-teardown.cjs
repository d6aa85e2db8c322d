module.exports = async () => {
  const server = globalThis.plenaryServer;
  if (!server) return;
  await server.stop();
  server.forget();
};
