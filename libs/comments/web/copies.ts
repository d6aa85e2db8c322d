import type { LocalCopies } from '@plenary/ground/web';

/** Comments on this device that were not sent; the code that knows them is loaded when it is needed. */
export const commentCopies: LocalCopies = {
  unsent: async (personId) => (await import('./threads/outbox/unsent-work')).unsentComments(personId),
  clear: async (personId) => (await import('./threads/outbox/comment-outbox')).clearOutbox(personId),
};
