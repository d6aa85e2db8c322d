module.exports = async () => {
  for (const server of globalThis.plenaryServers ?? []) {
    await server.stop();
    server.forget();
  }
  globalThis.forgetSampleData?.();
};
