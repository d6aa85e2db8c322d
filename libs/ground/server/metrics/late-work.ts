import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two looks of Node's own measure; what is above it is delay. */
const resolution = 20;
const stretches = 6;

/**
 * By how many milliseconds this process came late to its work: the 99th percentile of each ten seconds, and of the
 * last minute the worst of these. What is over is forgotten, so that it neither alarms nor soothes for ever.
 */
export class LateWork {
  private readonly loop = monitorEventLoopDelay({ resolution });
  private readonly past: number[] = [];
  private readonly timer: NodeJS.Timeout;

  constructor(stretch = 10_000) {
    this.loop.enable();
    this.timer = setInterval(() => this.turn(), stretch);
    this.timer.unref();
  }

  get milliseconds(): number {
    return Math.max(this.current(), ...this.past);
  }

  stop(): void {
    clearInterval(this.timer);
    this.loop.disable();
  }

  private turn(): void {
    this.past.push(this.current());
    if (this.past.length === stretches) this.past.shift();
    this.loop.reset();
  }

  private current(): number {
    const measured = this.loop.percentile(99) / 1e6;
    return Number.isFinite(measured) ? Math.max(0, measured - resolution) : 0;
  }
}
