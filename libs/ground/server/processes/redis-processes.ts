import { Logger } from '@nestjs/common';
import { createClient } from '@redis/client';
import { systemClock } from '@plenary/ground/kernel';
import { Processes, processIdLength, type Hear, type OtherProcess } from './processes.js';

/** Milliseconds. */
const heartbeatEvery = 2_000;
const goneAfter = 7_000;
const slowestConnect = 3_000;
const longestPause = 2_000;
const slowestSubscription = 1_000;
/** A Redis that does not answer is as good as away: beyond so many bytes, what is told is lost. */
const mostUnanswered = 16_000_000;
const prefix = 'plenary:';
const alive = 'alive';

interface Heartbeat {
  readonly address: string | null;
  readonly figures: unknown;
  readonly leaving?: true;
}

type Redis = ReturnType<typeof newClient>;

/** Processes that tell each other through Redis' publish and subscribe. Nothing is kept there. */
export class RedisProcesses extends Processes {
  private readonly log = new Logger('processes');
  private readonly telling: Redis;
  private readonly hearing: Redis;
  private readonly seen = new Map<string, OtherProcess & { readonly at: number }>();
  private readonly goneListeners: ((id: string) => void)[] = [];
  private readonly backListeners: (() => void)[] = [];
  private timer: NodeJS.Timeout | null = null;
  private wasAway = false;
  private leaving = false;
  private unanswered = 0;
  private readonly ownId = Buffer.from(this.id);

  constructor(url: string) {
    super();
    // What cannot be told now is not told later: whoever missed it reads it in the database.
    this.telling = newClient(url, { disableOfflineQueue: true });
    // The wish to listen is kept until Redis is back.
    this.hearing = newClient(url, { disableOfflineQueue: false });
    for (const client of [this.telling, this.hearing]) {
      // Said once each time it is lost; the library tries again by itself.
      client.on('error', () => this.lost());
      client.on('ready', () => this.found());
    }
  }

  override get several(): boolean {
    return true;
  }

  override get state(): 'together' | 'away' {
    return this.telling.isReady && this.hearing.isReady ? 'together' : 'away';
  }

  /** A Redis that is away at the start is waited for in the background: texts do not depend on it. */
  async start(): Promise<void> {
    const connected = Promise.all([this.telling.connect(), this.hearing.connect()]).catch(() => this.lost());
    await Promise.race([connected, new Promise((late) => setTimeout(late, slowestConnect).unref())]);
    // One that comes later is one that is back: what was to be told meanwhile is told then.
    if (this.state === 'away') this.wasAway = true;
    await this.listen(alive, (bytes, from) => this.hearHeartbeat(bytes, from));
    this.timer = setInterval(() => this.beat(), heartbeatEvery);
    this.timer.unref();
    this.beat();
  }

  override async onApplicationShutdown(): Promise<void> {
    this.leaving = true;
    if (this.timer) clearInterval(this.timer);
    this.tellHeartbeat({ leaving: true });
    // Lets the farewell go out; a Redis that hangs is not waited for.
    if (this.telling.isReady) {
      await Promise.race([this.telling.ping(), new Promise((late) => setTimeout(late, 500))]).catch(
        () => undefined,
      );
    }
    for (const client of [this.telling, this.hearing]) if (client.isOpen) client.destroy();
  }

  override tell(channel: string, bytes: Uint8Array): void {
    if (!this.telling.isReady || this.unanswered > mostUnanswered) return;
    const message = Buffer.concat([this.ownId, bytes]);
    this.unanswered += message.byteLength;
    const answered = () => void (this.unanswered -= message.byteLength);
    this.telling.publish(prefix + channel, message).then(answered, answered);
  }

  override async listen(channel: string, hear: Hear, onLate?: () => void): Promise<() => void> {
    let ended = false;
    const listener = (message: Buffer) => {
      const from = message.toString('latin1', 0, processIdLength);
      if (from === this.id) return;
      this.see(from);
      hear(message.subarray(processIdLength), from);
    };
    const subscribed = this.hearing.subscribe(prefix + channel, listener, true).then(
      () => true,
      () => false,
    );
    const tooLate = new Promise<false>((late) => setTimeout(late, slowestSubscription, false).unref());
    if (!this.hearing.isReady || !(await Promise.race([subscribed, tooLate]))) {
      void subscribed.then((begun) => begun && !ended && onLate?.());
    }
    return () => {
      ended = true;
      this.hearing.unsubscribe(prefix + channel, listener, true).catch(() => undefined);
    };
  }

  override others(): readonly OtherProcess[] {
    return [...this.seen.values()];
  }

  override onGone(listener: (id: string) => void): void {
    this.goneListeners.push(listener);
  }

  override onBack(listener: () => void): void {
    this.backListeners.push(listener);
  }

  private beat(): void {
    this.tellHeartbeat();
    const silentSince = systemClock.now() - goneAfter;
    for (const { id, at } of this.seen.values()) if (at < silentSince) this.forget(id);
  }

  private tellHeartbeat(more: Partial<Heartbeat> = {}): void {
    const { address, figures } = this.self;
    const heartbeat: Heartbeat = { address, figures: figures(), ...more };
    this.tell(alive, Buffer.from(JSON.stringify(heartbeat)));
  }

  private hearHeartbeat(bytes: Uint8Array, id: string): void {
    const { address, figures, leaving } = JSON.parse(Buffer.from(bytes).toString()) as Heartbeat;
    if (leaving) return this.forget(id);
    const isNew = this.seen.get(id)?.address === undefined;
    this.seen.set(id, { id, address, figures, at: systemClock.now() });
    if (isNew) this.tellHeartbeat();
  }

  /** Whoever tells something is there, also before its first heartbeat. */
  private see(id: string): void {
    if (!this.seen.has(id)) this.seen.set(id, { id, figures: null, at: systemClock.now() });
  }

  private forget(id: string): void {
    if (this.seen.delete(id)) this.goneListeners.forEach((listener) => listener(id));
  }

  private lost(): void {
    if (this.leaving) return;
    if (!this.wasAway) this.log.warn({ code: 'redis.away' });
    this.wasAway = true;
  }

  private found(): void {
    if (this.state === 'away' || !this.wasAway) return;
    this.wasAway = false;
    this.log.warn({ code: 'redis.back' });
    this.beat();
    this.backListeners.forEach((listener) => listener());
  }
}

function newClient(url: string, { disableOfflineQueue }: { disableOfflineQueue: boolean }) {
  return createClient({
    url,
    disableOfflineQueue,
    pingInterval: heartbeatEvery,
    socket: {
      connectTimeout: slowestConnect,
      socketTimeout: goneAfter,
      reconnectStrategy: (attempts) => Math.min(longestPause, 50 * 2 ** Math.min(attempts, 10)),
    },
  });
}
