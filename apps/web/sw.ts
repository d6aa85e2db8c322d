/**
 * Keeps the application, never anybody's data: after the first visit the house opens without a network, and the
 * rooms find their own copies in IndexedDB. Nothing under /api is touched. A new version waits until the person
 * asks for it, since a page that reloads by itself interrupts whoever is writing.
 */
declare const VERSION: string;
declare const KEPT_BY_ALL: readonly string[];
declare const BUILT: readonly string[];

const worker = self as unknown as ServiceWorkerGlobalScope;
const cacheName = `plenary-${VERSION}`;
const untouched = /^\/(api|socket\.io|health)(\/|$)/;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', (event) => {
  const said = event.data as { kind?: string; urls?: string[] };
  if (said.kind === 'take-over') void worker.skipWaiting();
  if (said.kind === 'keep' && Array.isArray(said.urls)) event.waitUntil(keep(said.urls));
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin || untouched.test(url.pathname))
    return;
  if (request.mode === 'navigate') event.respondWith(fromCache('/', request));
  else if (KEPT_BY_ALL.includes(url.pathname) || BUILT.includes(url.pathname)) {
    event.respondWith(fromCache(url.pathname, request));
  }
});

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  const used = await usedBefore();
  // Who saves data keeps the page, and the rest with each visit: what was never opened does not open offline.
  const all = savesData() ? KEPT_BY_ALL.filter((path) => !path.startsWith('/assets/')) : KEPT_BY_ALL;
  const wanted = [...new Set([...all, ...used])];
  await Promise.all(
    wanted.map(async (path) => {
      // Names contain digests, so what an older version kept under the same name is the same file, and what the
      // page has just fetched need not be asked for anew.
      const isNamedByContent = path.startsWith('/assets/');
      const old = isNamedByContent ? await caches.match(path) : undefined;
      const answer = old ?? (await fetch(path, { cache: isNamedByContent ? 'default' : 'no-cache' }));
      if (!answer.ok) throw new Error(`${path} could not be kept: ${answer.status}`);
      await cache.put(path, answer);
    }),
  );
}

/** The person has asked the browser for it; not every browser tells. */
const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Fonts and languages that this device used with the version before, by their names in this version. */
async function usedBefore(): Promise<readonly string[]> {
  const stems = new Set<string>();
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys())
      stems.add(stemOf(new URL(request.url).pathname));
  }
  return BUILT.filter((path) => /\/words-|\.woff2$/.test(path) && stems.has(stemOf(path)));
}

const stemOf = (path: string) => path.replace(/-[\w-]{8}(\.\w+)$/, '$1');

async function activate(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('plenary-') && name !== cacheName) await caches.delete(name);
  }
  await worker.clients.claim();
}

async function keep(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  const paths = urls.map((url) => new URL(url, worker.location.origin).pathname);
  for (const path of [...paths, ...paths.flatMap(laterWords)]) {
    if (!BUILT.includes(path) || (await cache.match(path))) continue;
    await cache.add(path).catch(() => undefined); // the next visit tries again
  }
}

/**
 * Words that rooms load with their pages: in the languages in use they are there without a network, too, unless somebody
 * saves data.
 */
function laterWords(path: string): readonly string[] {
  const language = languageOf(path);
  return language && !savesData() ? BUILT.filter((each) => languageOf(each) === language) : [];
}

/** Of a file of words, as the build names it: `words-en-<digest>.js`, `words-groups-en-<digest>.js`. */
const languageOf = (path: string) => /^\/assets\/words-(?:[a-z-]+-)?(\w\w)-[\w-]{8}\.js$/.exec(path)?.[1];

async function fromCache(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(path);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && BUILT.includes(path)) await cache.put(path, answer.clone());
  return answer;
}

export {};
