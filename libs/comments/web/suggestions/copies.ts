import type { LocalCopies } from '@plenary/ground/web';

/** Suggestions on this device that were not sent; the code that knows them is loaded when it is needed. */
export const suggestionCopies: LocalCopies = {
  unsent: async (personId) => (await import('./drafts/unsent-work')).unsentSuggestions(personId),
  clear: async (personId) => (await import('./drafts/device-drafts')).clearDrafts(personId),
  forgetOlder: async (personId, texts) =>
    (await import('./drafts/unsent-work')).forgetErasedOf(personId, texts),
};
