import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstLoadCheck } from './build/first-load-check.js';
import { precacheList } from './build/precache-list.js';

const house = fileURLToPath(new URL('../..', import.meta.url));

const wordsOf = (id: string): string | null => {
  const [, later, language] =
    /\/(?:messages|i18n)(\/(?:managing|record|deeds))?\/(en|es|fr|ar)(?:\/\w+)?\.json$/.exec(id) ?? [];
  return language ? `words-${later ? 'managing-' : ''}${language}` : null;
};

const stoodOnByAll = (id: string): boolean =>
  // The doors of rooms, which say what loads later: in one file they compress together.
  /\/libs\/[^/]+\/web\/(index|copies|[a-z]+-search)\.ts$/.test(id) ||
  /node_modules\/(@tanstack|i18next|react-i18next|openapi-fetch|idb)\//.test(id) ||
  /\/libs\/ground\/(web|kernel)\/(?!editor\/|selection\/|news\/(connect|follow-news|news-gatherer)\.|kit\/(Picker|LanguagePicker|Answer)\.|(events|event-record|deeds|standing|settable-clock|token-bucket|contrast)\.).*\.tsx?$/.test(
    id,
  ) ||
  /\/libs\/(organisations|groups)\/web\/api\/(?!use-(managing-groups|bulk|mandates|device-help|saved-lists|applications|set-up|invitations|joining|members|organisation-changes|import)\.)/.test(
    id,
  );

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), precacheList(), firstLoadCheck()],
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
    manifest: 'build-manifest.json',
    // Inlined fonts and icons would need `data:` in the content policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // What a room's door passes on is loaded with the page that uses it, not with the door.
      treeshake: {
        moduleSideEffects: (id: string) =>
          !/\/libs\/[^/]+\/(domain|kernel)\/|\/libs\/[^/]+\/web\/components\/\w+\.tsx$/.test(id),
      },
      output: {
        codeSplitting: {
          groups: [
            // One file per language, whatever the number of rooms: one request brings all words.
            { name: (id: string) => wordsOf(id), priority: 2 },
            // What every page stands on, in one file instead of a dozen of a few hundred bytes.
            { name: 'ground', test: stoodOnByAll, priority: 1 },
          ],
        },
      },
    },
  },
});
