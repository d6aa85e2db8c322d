import { io, type Socket } from 'socket.io-client';
import * as parser from 'socket.io-msgpack-parser';
import * as Y from 'yjs';
import { newId } from '@plenary/ground/kernel';
import { FlatText, pictureOf, TextEdit, textModel } from '@plenary/ground/text';
import { requests, type JoinAnswer } from '@plenary/ground/collab/protocol';
import { protocolVersion } from '@plenary/ground/realtime/protocol';

export { within } from '@plenary/ground/testing';

interface Entering {
  readonly personId?: string;
  readonly scope?: string;
  /** What it says about itself while it connects, everywhere it can be said; a server believes none of it. */
  readonly claims?: Record<string, string>;
}

/** A socket that says whatever a test wants it to say, with a replica beside it. */
export class RawSocket {
  readonly doc = new Y.Doc();
  readonly heard: { name: string; message: Record<string, unknown> }[] = [];
  readonly personId: string;
  clientId = 0;
  /** The code with which it was not let in. */
  refusedWith: string | null = null;
  private readonly socket: Socket;
  /** Read anew after each change. */
  private picture: string | null = null;

  constructor(
    url: string,
    readonly document: string,
    { personId = newId<'person'>() as string, scope = 'write', claims = {} }: Entering = {},
  ) {
    this.personId = personId;
    this.doc.on('update', () => void (this.picture = null));
    const auth = { ...claims, protocol: protocolVersion, token: `${personId}/${scope}` };
    const wish = { transports: ['websocket'], forceNew: true, reconnection: false };
    this.socket = io(url, { auth, query: claims, extraHeaders: claims, parser, ...wish });
    this.socket.on('connect_error', (error: Error & { data?: { code: string } }) => {
      this.refusedWith = error.data?.code ?? error.message;
    });
    this.socket.onAny((name: string, message) => {
      this.heard.push({ name, message });
      if (name === 'document:updates') Y.applyUpdate(this.doc, new Uint8Array(message.update), 'remote');
    });
  }

  /** The answer or the refusal, as it came. */
  ask(name: string, message: unknown): Promise<Record<string, unknown>> {
    return this.socket.timeout(10_000).emitWithAck(name, message) as Promise<Record<string, unknown>>;
  }

  async codeOf(name: string, message: unknown): Promise<string> {
    const answer = (await this.ask(name, message)) as { error?: { code: string } };
    return answer.error?.code ?? 'taken';
  }

  async join(): Promise<JoinAnswer> {
    const answer = (await this.ask(requests.join, {
      document: this.document,
      model: textModel,
      schema: 1,
      epoch: null,
      stateVector: Buffer.from([0]),
      clientIds: 1,
    })) as unknown as JoinAnswer & { error?: { code: string } };
    if (answer.error) throw new Error(answer.error.code);
    Y.applyUpdate(this.doc, new Uint8Array(answer.update), 'remote');
    this.clientId = answer.clientIds[0] ?? 0;
    this.doc.clientID = this.clientId;
    return answer;
  }

  /** Writes a paragraph; answers the update that would be sent. */
  write(words: string, clientId = this.clientId): Uint8Array {
    const before = Y.encodeStateVector(this.doc);
    this.doc.clientID = clientId;
    this.doc.transact((transaction) => {
      const text = new FlatText(this.doc);
      const edit = new TextEdit(text, transaction, new Set());
      edit.insert(edit.insertParagraph(text.page.at(-1) ?? null, {}), 0, { text: words });
    });
    return Y.encodeStateAsUpdate(this.doc, before);
  }

  push(update: Uint8Array): Promise<string> {
    return this.codeOf(requests.push, { document: this.document, epoch: 1, update: Buffer.from(update) });
  }

  get text(): string {
    return (this.picture ??= pictureOf(this.doc));
  }

  /** Its network stands still: what is sent to it piles up at the server. */
  stall(): void {
    this.line.pause();
  }

  resume(): void {
    this.line.resume();
  }

  private get line(): { pause(): void; resume(): void } {
    const { transport } = this.socket.io.engine as unknown as { transport: { ws: { _socket: never } } };
    return transport.ws._socket;
  }

  get isUp(): boolean {
    return this.socket.connected;
  }

  close(): void {
    this.socket.disconnect();
  }
}
