import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** How a line behaves from now on. */
export interface Weather {
  /** Milliseconds by which every piece is late, each way. */
  delay: number;
  /** Further milliseconds, at most so many and different each time; pieces stay in order. */
  jitter: number;
  /** Chance of each piece that the connection breaks instead. */
  loss: number;
  /** Pieces are cut into slices of at most so many bytes; 0 leaves them whole. */
  slice: number;
  /**
   * `open`: everything passes. `silent`: nothing passes and nobody is told, like a wifi without a network behind
   * it. `half-open`: what the client says arrives, and nothing comes back. `cut`: connections break, new ones are
   * refused.
   */
  state: 'open' | 'silent' | 'half-open' | 'cut';
}

/** A network between a client and a server, as bad as a test wants it: late, sliced, silent or cut. */
export class UnreliableLine {
  readonly weather: Weather = { delay: 0, jitter: 0, loss: 0, slice: 0, state: 'open' };
  private readonly pairs = new Set<Pair>();

  private constructor(
    private readonly server: Server,
    private readonly target: { host: string; port: number },
  ) {
    server.on('connection', (client) => this.accept(client));
  }

  /** Starts a line to the server at `url`. */
  static async to(url: string): Promise<UnreliableLine> {
    const { hostname, port } = new URL(url);
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new UnreliableLine(server, { host: hostname, port: Number(port) });
  }

  /** Where clients connect to. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Lets everything pass again; what was held back arrives now. */
  open(): void {
    this.weather.state = 'open';
    this.pairs.forEach((pair) => pair.resume());
  }

  /** Holds everything back without a word. */
  silence(): void {
    this.weather.state = 'silent';
    this.pairs.forEach((pair) => pair.pause());
  }

  /** Lets through what clients say, and holds back every answer. */
  halfOpen(): void {
    this.weather.state = 'half-open';
    this.pairs.forEach((pair) => pair.pauseAnswers());
  }

  /** Breaks all connections and refuses new ones. */
  cut(): void {
    this.weather.state = 'cut';
    this.pairs.forEach((pair) => pair.destroy());
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }

  private accept(client: Socket): void {
    if (this.weather.state === 'cut') return void client.destroy();
    const pair = new Pair(client, connect(this.target), this.weather);
    this.pairs.add(pair);
    pair.onEnd = () => this.pairs.delete(pair);
    if (this.weather.state === 'silent') pair.pause();
    if (this.weather.state === 'half-open') pair.pauseAnswers();
  }
}

/** The two halves of one connection. */
class Pair {
  onEnd: () => void = () => undefined;

  constructor(
    private readonly client: Socket,
    private readonly upstream: Socket,
    private readonly weather: Weather,
  ) {
    this.carry(client, upstream);
    this.carry(upstream, client);
  }

  pause(): void {
    this.client.pause();
    this.upstream.pause();
  }

  pauseAnswers(): void {
    this.upstream.pause();
  }

  resume(): void {
    this.client.resume();
    this.upstream.resume();
  }

  destroy(): void {
    this.client.destroy();
    this.upstream.destroy();
  }

  private carry(from: Socket, to: Socket): void {
    // One queue each way: whatever the delays, pieces arrive in their order.
    const queue: { readonly piece: Buffer; readonly at: number }[] = [];
    const pump = () => {
      while (queue.length > 0 && queue[0]!.at <= performance.now()) {
        const { piece } = queue.shift()!;
        if (to.writable) to.write(piece);
      }
      if (queue.length > 0) setTimeout(pump, Math.max(1, queue[0]!.at - performance.now()));
    };
    from.setNoDelay(true);
    from.on('data', (bytes) => {
      const { delay, jitter, loss } = this.weather;
      if (Math.random() < loss) return this.destroy();
      const at = performance.now() + delay + Math.random() * jitter;
      const waits = queue.length > 0;
      for (const piece of this.sliced(bytes)) queue.push({ piece, at: Math.max(at, queue.at(-1)?.at ?? 0) });
      if (!waits) pump();
    });
    from.on('error', () => this.destroy());
    from.on('close', () => {
      this.destroy();
      this.onEnd();
    });
  }

  private sliced(bytes: Buffer): Buffer[] {
    const { slice } = this.weather;
    if (slice === 0) return [bytes];
    const pieces: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += slice) pieces.push(bytes.subarray(at, at + slice));
    return pieces;
  }
}
