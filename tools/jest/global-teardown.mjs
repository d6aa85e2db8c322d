/** Ends the database that the specs used. */
export default async function stop() {
  await globalThis.stopTestDatabase?.();
}
