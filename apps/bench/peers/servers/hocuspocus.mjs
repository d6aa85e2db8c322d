// Hocuspocus with its usual debounced store (2 s, at most 10 s), into a file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server } from '@hocuspocus/server';
import * as Y from 'yjs';

const [port, folder] = process.argv.slice(2);
const fileOf = (name) => join(folder, Buffer.from(name).toString('hex'));

await new Server({
  port: Number(port),
  quiet: true,
  async onLoadDocument({ documentName, document }) {
    if (existsSync(fileOf(documentName))) Y.applyUpdate(document, readFileSync(fileOf(documentName)));
  },
  async onStoreDocument({ documentName, document }) {
    writeFileSync(fileOf(documentName), Y.encodeStateAsUpdate(document));
  },
}).listen();
process.send?.('ready');
