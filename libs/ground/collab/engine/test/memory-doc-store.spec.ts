import { describeDocStore } from '@plenary/ground/testing';
import { MemoryDocStore } from '../index.js';

describeDocStore('MemoryDocStore', async () => {
  const store = new MemoryDocStore();
  return { store, create: async (document) => store.create(document), close: async () => undefined };
});
