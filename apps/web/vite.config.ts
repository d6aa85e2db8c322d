import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.js';
import { cutFonts } from './build/fonts.js';
import { precacheList } from './build/precache-list.js';
import { wordsByLanguage } from './build/words.js';

const house = fileURLToPath(new URL('../..', import.meta.url));

/** One file per language, whatever the number of rooms: one request brings all words. */
const wordsOf = (id: string): string | null => {
  const [, part, language] = /virtual:words\/([a-z-]+)\/(\w+)$/.exec(id) ?? [];
  return language ? `words-${part === 'at-once' ? '' : `${part}-`}${language}` : null;
};

/** What the door, and so every page, stands on. */
const atTheDoor = (id: string): boolean =>
  // The doors of rooms, which say what loads later: in one file they compress together.
  /\/libs\/[^/]+\/web\/(index|copies|managing|[a-z]+-search)\.ts$/.test(id) ||
  /node_modules\/(@tanstack|i18next|react-i18next|openapi-fetch|idb)\//.test(id) ||
  /\/libs\/ground\/kernel\/(?!(events|event-record|deeds|standing|settable-clock|token-bucket|contrast)\.).*\.ts$/.test(
    id,
  ) ||
  /\/libs\/ground\/web\/(api|i18n|offline|session|kit\/(?!DataTable|Dialog|ListTools|PersonMark|pickers|Picker|LanguagePicker))/.test(
    id,
  ) ||
  /\/libs\/ground\/web\/(index|news\/(line|refresh|shown)\.)/.test(id) ||
  /\/libs\/organisations\/web\/api\/(organisations-api|use-door|use-coalition)\./.test(id);

/** The tab's line to the server: news comes over it, and texts are written over it. */
const onTheLine = (id: string): boolean =>
  /node_modules\/(@socket\.io|(socket|engine)\.io-[a-z-]+|notepack\.io|component-emitter)\//.test(id) ||
  /\/libs\/ground\/(realtime\/client|web\/news\/(connect|follow-news|news-gatherer))/.test(id);

/** A text that many write, and the line of its copy to the device and to the server. */
const inTheText = (id: string): boolean =>
  /node_modules\/(yjs|lib0|y-protocols)\//.test(id) ||
  /\/libs\/ground\/(text|collab\/(client|protocol))\//.test(id);

/** What texts are seen and written in. What reads the clipboards of other programs comes with the first paste. */
const inTheEditor = (id: string): boolean =>
  /node_modules\/(prosemirror-[a-z-]+|orderedmap|w3c-keyname|@tiptap)\//.test(id) ||
  /\/libs\/ground\/web\/editor\/(?!paste\/|pasting\.)/.test(id) ||
  /\/libs\/statements\/web\/(editor\/(?!device-|find\.|folding\.)|components\/named-keys)/.test(id) ||
  /@tabler\/icons-react\/.*IconChevronDown\./.test(id);

/** What stands around every page behind the door, the first page, and what most lists are made of. */
const inTheHouse = (id: string): boolean =>
  /\/apps\/web\/(home\/(?!Home\.tsx)|shell\/(Rooms|Navigation|use-arrival))/.test(id) ||
  /\/libs\/ground\/web\/(kit\/(DataTable|Dialog|ListTools|PersonMark|pickers)|news\/use-news)/.test(id) ||
  /\/libs\/(organisations|groups|statements)\/web\/api\/(groups-api|statements-api|use-(membership|organisation|organisations|people|person|members|groups|group|statements|statement))\.ts$/.test(
    id,
  ) ||
  /\/libs\/(identity|organisations)\/web\/components\/(SignOutDialog|UnsentWork|SpokenFor|SpokesChoice|SpeaksFor|InactiveOrganisations)\./.test(
    id,
  ) ||
  /@mantine\/hooks\/.*shallow-equal|\/libs\/statements\/domain\/vocabulary\./.test(id) ||
  /@tabler\/icons-react\/.*(createReactComponent|defaultAttributes|Icon(Home|FileText|UsersGroup|Users|BuildingCommunity|Search|X|ArrowUp)\.)/.test(
    id,
  );

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
          !/\/libs\/[^/]+\/(domain|kernel)\/|\/libs\/.*\/web\/(?!.*(index|styles)\.ts$).*\.tsx?$/.test(id),
      },
      output: {
        chunkFileNames: ({ facadeModuleId, name }) =>
          `assets/${(facadeModuleId && wordsOf(facadeModuleId)) ?? name}-[hash].js`,
        codeSplitting: {
          groups: [
            // In one file instead of a dozen of a few hundred bytes.
            { name: 'ground', test: atTheDoor, priority: 1 },
            { name: 'house', test: inTheHouse, priority: 1 },
            { name: 'line', test: onTheLine, priority: 2 },
            { name: 'text', test: inTheText, priority: 1 },
            { name: 'editor', test: inTheEditor, priority: 1 },
          ],
        },
      },
    },
  },
});
