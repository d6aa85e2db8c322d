import type { LocalCopies } from '@plenary/ground/web';

/** What this device keeps of statements; the code that knows it is loaded when it is needed. */
export const statementCopies: LocalCopies = {
  unsent: async (personId) => (await import('./editor/device-copies')).unsentStatements(personId),
  clear: async (personId) => (await import('./editor/device-copies')).clearStatements(personId),
  forgetOlder: async (personId, texts) =>
    (await import('./editor/device-copies')).forgetOlderStatements(personId, texts),
};
