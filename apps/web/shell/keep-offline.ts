import { say } from '@plenary/ground/web';
import type { i18n } from 'i18next';

/** Lets the service worker keep the application, and says when a newer version waits. Never reloads by itself. */
export async function keepOffline(words: i18n): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  let asked = false;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload();
    else keepWhatThisPageUsed();
  });
  // What a page is opened for comes before what it may need one day.
  await idle();
  // Private windows of some browsers have no workers: the house then works with a network only.
  const registration = await navigator.serviceWorker.register('/sw.js').catch(() => null);
  if (!registration) return;
  const offer = (waiting: ServiceWorker) =>
    say(words.t('update.ready'), {
      action: {
        label: words.t('update.load'),
        run: () => {
          asked = true;
          waiting.postMessage({ kind: 'take-over' });
        },
      },
    });

  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed' && navigator.serviceWorker.controller) offer(coming);
    });
  });
  if (navigator.serviceWorker.controller) keepWhatThisPageUsed();
  words.on('languageChanged', () => setTimeout(keepWhatThisPageUsed, 2_000));
  setInterval(() => void registration.update().catch(() => undefined), 3_600_000); // offline: next hour
}

/** Once everything has been loaded and nothing is going on; some browsers cannot tell, and wait a little. */
async function idle(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((done) => addEventListener('load', done, { once: true }));
  await new Promise<unknown>((done) =>
    'requestIdleCallback' in globalThis
      ? requestIdleCallback(done, { timeout: 5_000 })
      : setTimeout(done, 2_000),
  );
}

/** Fonts and words are fetched before the worker rules the page on a first visit; this hands them over. */
function keepWhatThisPageUsed(): void {
  const urls = performance.getEntriesByType('resource').map((entry) => entry.name);
  navigator.serviceWorker.controller?.postMessage({ kind: 'keep', urls });
}
