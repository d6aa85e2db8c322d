/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { mkdtempSync, rmSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { launch } from './chromium.cjs';

/** Of what there is once for each worker of Jest, that of this one; workers count from 1. */
const own = (all: string): string => process.env[all]!.split(' ')[Number(process.env['JEST_WORKER_ID']) - 1]!;

export const plenaryUrl = (): string => own('JOURNEY_URLS');

/** Sets the time of its server forward, for all stories from now on; answers what time it is there, in milliseconds. */
export async function forward(milliseconds: number): Promise<number> {
  const clock = `${own('JOURNEY_CLOCKS')}/?forward=${milliseconds}`;
  return ((await (await fetch(clock, { method: 'POST' })).json()) as { now: number }).now;
}

/** Its data, for what no person can bring about. */
export const plenaryFolder = (): string => own('JOURNEY_FOLDERS');

/**
 * The browser of this worker, without a memory: each person gets a context, which is a device of their own. Closing it
 * closes the contexts of this journey.
 */
export const openBrowser = (): Promise<Browser> => chromium.connect(own('JOURNEY_BROWSERS'));

/** A device that keeps no application: that has stories of its own, and costs more than two pages that are opened. */
export const unkept: BrowserContextOptions = { serviceWorkers: 'block' };

export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** A browser whose profile outlives it, so that it can be killed and opened again on the same device. */
export class Device {
  private readonly profile = mkdtempSync(join(tmpdir(), 'plenary-device-'));
  private context: BrowserContext | null = null;

  async open(options: BrowserContextOptions = {}): Promise<Page> {
    this.context = await chromium.launchPersistentContext(this.profile, { ...launch, ...options });
    return this.context.pages()[0] ?? (await this.context.newPage());
  }

  get network(): BrowserContext {
    return this.context!;
  }

  /** Ends the browser at once, as a flat battery would: no page hears of it. */
  async kill(): Promise<void> {
    const session = await this.context!.newCDPSession(this.context!.pages()[0]!);
    const closed = new Promise((done) => this.context!.once('close', done));
    await session.send('Browser.crash' as never).catch(() => undefined);
    await closed;
    this.context = null;
  }

  /** Closed as a person would; what the device keeps stays. */
  async close(): Promise<void> {
    await this.context?.close();
    this.context = null;
  }

  async forget(): Promise<void> {
    await this.context?.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}

/** What a page has fetched since this was asked last. */
export interface Fetched {
  /** As the line carries them: compressed, with headers. Kilobytes. */
  readonly kilobytes: number;
  readonly requests: number;
}

/** Counts what comes over the line to a page, from now on; open it without a worker, which fetches for itself. */
export async function countFetched(page: Page): Promise<() => Fetched> {
  const line = await page.context().newCDPSession(page);
  let [bytes, requests] = [0, 0];
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await line.send('Network.enable');
  return () => {
    const fetched = { kilobytes: Math.round(bytes / 102.4) / 10, requests };
    [bytes, requests] = [0, 0];
    return fetched;
  };
}

let axeSource: string | null = null;

export interface Finding {
  readonly rule: string;
  readonly where: readonly string[];
}

/** What axe finds against WCAG 2.2 A and AA on the page as it stands, once what moves has come to rest. */
export async function accessibilityFindings(page: Page): Promise<Finding[]> {
  axeSource ??= readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  // Half faded in, anything lacks contrast.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        // Those that scrolling drives do not end.
        .filter((each) => each.timeline === document.timeline)
        .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
        .map((each) => each.finished.catch(() => undefined)),
    ),
  );
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { axe, document } = globalThis as unknown as {
      axe: { run: (on: unknown, options: object) => Promise<unknown> };
      document: unknown;
    };
    const { violations } = (await axe.run(document, { runOnly: tags })) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    return violations.map((found) => ({
      rule: found.id,
      where: found.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
    }));
  });
}
