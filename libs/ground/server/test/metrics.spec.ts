import { within } from '@plenary/ground/testing';
import { FakeClock } from '@plenary/ground/testing/time';
import { Metrics, RecentTimes, serveMetrics } from '../index.js';
import { LateWork } from '../metrics/late-work.js';

const anyPort = { host: '127.0.0.1', port: 0 };

const until = (holds: () => boolean) => within(5_000, holds);

function beBusyFor(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}

describe('times of the last minutes', () => {
  it('are none before the first', () => {
    expect(new RecentTimes(new FakeClock()).times()).toBeNull();
  });

  it('count each, however many there are', () => {
    const times = new RecentTimes(new FakeClock());
    for (let i = 0; i < 10_000; i++) times.note(i < 9_000 ? 3 : 1_500);
    const { count, p50, p95 } = times.times()!;
    expect([count, p50]).toEqual([10_000, 3]);
    expect(p95).toBeGreaterThanOrEqual(1_500);
    expect(p95).toBeLessThan(1_650);
  });

  it('tell 19 of 20 from the one that was slow', () => {
    const times = new RecentTimes(new FakeClock());
    for (let i = 0; i < 20; i++) times.note(i < 19 ? 4 : 60_000);
    expect(times.times()).toEqual({ count: 20, p50: 4, p95: 4 });
  });

  it('forget what is five minutes old, and nothing younger', () => {
    const clock = new FakeClock();
    const times = new RecentTimes(clock);
    times.note(7);
    clock.advance(280_000);
    times.note(9);
    expect(times.times()!.count).toBe(2);
    clock.advance(20_000);
    expect(times.times()).toEqual({ count: 1, p50: 9, p95: 9 });
    clock.advance(300_000);
    expect(times.times()).toBeNull();
  });
});

describe('lateness', () => {
  it('rises while a process is busy, and is over a while after', async () => {
    const late = new LateWork(100);
    try {
      expect(
        await until(() => {
          beBusyFor(80);
          return late.milliseconds > 40;
        }),
      ).toBe(true);
      expect(await until(() => late.milliseconds < 40)).toBe(true);
    } finally {
      late.stop();
    }
  });
});

describe('what Prometheus reads', () => {
  let metrics: Metrics;
  beforeEach(() => (metrics = new Metrics()));
  afterEach(() => metrics.onApplicationShutdown());

  it('follows the engine, with codes as the only labels of ours', async () => {
    metrics.answered(4, null);
    metrics.answered(2_500, 'document.not-saved');
    metrics.answered(1, 'document.forbidden');
    metrics.told(3, 6);
    metrics.joined(10);
    metrics.setAside();
    metrics.letGo();
    metrics.count('readers', () => 12);
    const lines = (await metrics.registry.metrics()).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'plenary_acknowledgement_ms_count 1',
        'plenary_refused_total{code="document.not-saved"} 1',
        'plenary_refused_total{code="document.forbidden"} 1',
        'plenary_commits_total 1',
        'plenary_rows_total 3',
        'plenary_delivery_ms_sum 6',
        'plenary_join_ms_count 1',
        'plenary_readers_set_aside_total 1',
        'plenary_readers_let_go_total 1',
        'plenary_readers 12',
      ]),
    );
    const labels = lines
      .filter((line) => line.startsWith('plenary_'))
      .flatMap((line) => line.match(/\w+(?==")/g) ?? []);
    expect(new Set(labels)).toEqual(new Set(['le', 'code']));
    expect(metrics.figures()).toMatchObject({
      readers: 12,
      readersLetGo: 1,
      saved: { count: 1, p50: 4 },
      unsaved: 1,
      refused: { 'document.not-saved': 1, 'document.forbidden': 1 },
    });
  });

  it('has a port of its own; one that is taken, or no address of this machine, is told in a sentence', async () => {
    const { createServer } = await import('node:net');
    const other = createServer().listen(anyPort);
    await new Promise((listening) => other.once('listening', listening));
    const { port } = other.address() as { port: number };
    const read = () =>
      metrics.registry.metrics().then((text) => ({ type: metrics.registry.contentType, text }));
    try {
      await expect(serveMetrics({ ...anyPort, port }, read)).rejects.toThrow(
        `Port ${port} for metrics is taken by another program.`,
      );
      await expect(serveMetrics({ host: '203.0.113.9', port }, read)).rejects.toThrow(
        'METRICS_HOST=127.0.0.1',
      );
    } finally {
      await new Promise((closed) => other.close(closed));
    }
  });
});
