/** Ends the servers and browsers that the journeys used. */
module.exports = async () => {
  await globalThis.endJourneys?.();
};
