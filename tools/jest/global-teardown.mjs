/** Ends the database that the specs used, and removes what was made for all of them. */
export default async function stop() {
  await globalThis.stopTestDatabase?.();
  globalThis.forgetSampleData?.();
}
