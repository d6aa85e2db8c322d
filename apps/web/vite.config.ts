import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.js';
import { cutFonts } from './build/fonts.js';
import { precacheList } from './build/precache-list.js';
import { nameOfWords, wordsByLanguage } from './build/words.js';

const house = fileURLToPath(new URL('../..', import.meta.url));

/** The tab's line to the server: news comes over it, and texts are written over it. */
const onTheLine = (id: string): boolean =>
  /node_modules\/(@socket\.io|(socket|engine)\.io-[a-z-]+|notepack\.io|component-emitter)\//.test(id) ||
  /\/libs\/ground\/(realtime\/client|web\/news\/(connect|follow-news|news-gatherer))/.test(id);

/** A text that many write, and the line of its copy to the device and to the server; not what is said of it. */
const inTheText = (id: string): boolean =>
  /node_modules\/(yjs|lib0|y-protocols)\//.test(id) ||
  /\/libs\/ground\/(text\/(?!layers\/|copy\/|anchor)|collab\/(client|protocol)\/)/.test(id);

/** What texts are seen and written in. What reads the clipboards of other programs comes with the first paste. */
const inTheEditor = (id: string): boolean =>
  /node_modules\/(prosemirror-[a-z-]+|orderedmap|w3c-keyname|@tiptap)\//.test(id) ||
  /\/libs\/ground\/web\/editor\/(?!paste\/|pasting\.|anchored\.)/.test(id) ||
  /\/libs\/statements\/web\/(editor\/(?!device-|find\.|folding\.)|components\/named-keys)/.test(id) ||
  /@tabler\/icons-react\/.*IconChevronDown\./.test(id);

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), cutFonts(), wordsByLanguage(), precacheList(), compressed()],
  resolve: { alias: [{ find: /^@plenary\/(.*)$/, replacement: `${house}libs/$1/index.ts` }] },
  server: {
    port: 5173,
    proxy: {
      '/api': 'http://localhost:3000',
      '/socket.io': { target: 'http://localhost:3000', ws: true },
    },
  },
  build: {
    outDir: `${house}dist/web`,
    emptyOutDir: true,
    target: 'es2022',
    // Inlined fonts and icons would need `data:` in the content policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // What a room's door passes on is loaded with the page that uses it, not with the door.
      treeshake: {
        moduleSideEffects: (id: string) =>
          !/\/libs\/[^/]+\/(domain|kernel|text)\/|\/libs\/.*\/web\/(?!.*(index|styles)\.ts$).*\.tsx?$/.test(
            id,
          ),
      },
      output: {
        // The worker tells words from code by the names of their files.
        chunkFileNames: ({ facadeModuleId }) =>
          `assets/${nameOfWords(facadeModuleId ?? '') ?? '[name]'}-[hash].js`,
        codeSplitting: {
          groups: [
            // What every page stands on, in one file, however many rooms share it.
            { name: 'door', tags: ['$initial'], priority: 3 },
            { name: 'line', test: onTheLine, priority: 2 },
            { name: 'text', test: inTheText, priority: 1 },
            { name: 'editor', test: inTheEditor, priority: 1 },
            // Crumbs that several pages share: each in a file of its own would cost more headers than bytes.
            {
              name: 'crumbs',
              test: /node_modules\/(@tabler\/icons-react|@mantine\/hooks|@mantine\/core\/.*\/get-env)\//,
              minShareCount: 2,
              // Before the editor: who shows an icon must not fetch it.
              priority: 2,
            },
          ],
        },
      },
    },
  },
});
