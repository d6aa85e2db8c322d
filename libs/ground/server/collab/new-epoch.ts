/**
 * SYNC-24: after a restore every text begins a new epoch. Devices may hold words that came after the backup and were
 * told "saved"; they must not take the older text for the same one, and offer those words to their authors.
 */
export async function beginNewEpoch(query: (sql: string) => Promise<unknown>): Promise<void> {
  await query('UPDATE collab_document SET epoch = epoch + 1');
}
