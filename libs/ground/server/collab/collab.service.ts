import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import * as Y from 'yjs';
import {
  CollabEngine,
  type AccessChange,
  type AndThen,
  type Author,
  type ServerWriting,
} from '@plenary/ground/collab/engine';
import { Clock } from '@plenary/ground/kernel';
import { Hub } from '@plenary/ground/realtime';
import { Metrics, Processes, type Transaction } from '@plenary/ground/server';
import { authorsOf, textModel } from '@plenary/ground/text';
import { runsBy, type AuthoredRun } from './authored-runs.js';
import { DocumentKinds } from './document-kinds.js';
import { CollabDocumentEntity } from './entities/collab-document.entity.js';
import { grantIds } from './grant-ids.js';
import { PostgresDocStore } from './postgres-doc-store.js';
import { ProcessExchange } from './process-exchange.js';
import { wireBytes } from './wire-bytes.js';

export interface LastWriting {
  readonly seq: number;
  /** Null for the server's own. */
  readonly personId: string | null;
  readonly at: Date;
}

/** Channel of a document's sockets; apart from a subject's channel, which others may listen on. */
export const documentRoom = (document: string): string => `document:${document}`;

/** Co-written texts, for the rooms: begin one, read one, say that rights have changed. */
@Injectable()
export class CollabService implements BeforeApplicationShutdown {
  readonly engine: CollabEngine;
  private readonly listeners = new Set<(document: string) => void>();

  constructor(
    private readonly store: PostgresDocStore,
    kinds: DocumentKinds,
    hub: Hub,
    processes: Processes,
    metrics: Metrics,
    private readonly clock: Clock,
  ) {
    this.engine = new CollabEngine({
      store,
      clock,
      meter: metrics,
      ...(processes.several ? { exchange: new ProcessExchange(processes) } : {}),
      kindOf: (document) => kinds.of(document),
      broadcast: {
        toDocument: (document, name, message) => hub.toRoom(documentRoom(document), name, wireBytes(message)),
      },
      onCommitted: (document) => this.listeners.forEach((listener) => listener(document)),
    });
    metrics.count('documents', () => this.engine.openDocuments);
    metrics.count('readers', () => this.engine.readers.all);
    metrics.count('slowReaders', () => this.engine.readers.slow);
  }

  /** Begins a text within the caller's transaction. `first` writes its first words under a client id of the server's. */
  async createDocument(
    { manager }: Transaction,
    document: string,
    first?: (clientId: number) => Uint8Array,
    createdAt = new Date(this.clock.now()),
  ): Promise<void> {
    const seq = first ? '1' : '0';
    await manager.insert(CollabDocumentEntity, {
      ...{ id: document, epoch: 1, seq, createdAt, model: textModel, floor: '0' },
    });
    if (!first) return;
    const [clientId] = await grantIds(manager, document, null, 1, createdAt);
    await manager.query(
      `INSERT INTO collab_update (document_id, seq, data, client_id, at, model) VALUES ($1, 1, $2, $3, $4, $5)`,
      [document, Buffer.from(first(clientId!)), clientId, createdAt, textModel],
    );
  }

  /**
   * Writes into a text what somebody wrote before it came to this installation, as of that moment; within the
   * caller's transaction, in which it was begun: nobody has it open. Judges no rights, and checks nothing. Answers the
   * number of the row.
   */
  async writeEarlier(
    { manager }: Transaction,
    document: string,
    { at, ...author }: Author & { readonly at: Date },
    act: (doc: Y.Doc) => void,
  ): Promise<number> {
    const { doc, seq: before } = await this.uncommitted(manager, document);
    const [clientId] = await grantIds(manager, document, author, 1, at);
    doc.clientID = clientId!;
    let update: Uint8Array = new Uint8Array([0, 0]);
    doc.on('update', (written: Uint8Array) => (update = Y.mergeUpdates([update, written])));
    act(doc);
    const seq = before + 1;
    await manager.query(
      `INSERT INTO collab_update (document_id, seq, data, person_id, organisation_id, client_id, at, model)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[document, seq, Buffer.from(update)],
        ...[author.personId, author.organisationId, clientId, at, textModel],
      ],
    );
    await manager.update(CollabDocumentEntity, { id: document }, { seq: String(seq) });
    doc.destroy();
    return seq;
  }

  /** Reads a text within the transaction in which it was begun, as of its last row: nobody else can. `reader` must not write. */
  async readBegun<Result>(
    { manager }: Transaction,
    document: string,
    reader: (text: Y.Doc, seq: number) => Result,
  ): Promise<Result> {
    const { doc, seq } = await this.uncommitted(manager, document);
    const result = reader(doc, seq);
    doc.destroy();
    return result;
  }

  private async uncommitted(manager: EntityManager, document: string): Promise<{ doc: Y.Doc; seq: number }> {
    const rows: { data: Buffer }[] = await manager.query(
      'SELECT data FROM collab_update WHERE document_id = $1 ORDER BY seq',
      [document],
    );
    const doc = new Y.Doc();
    rows.forEach(({ data }) => Y.applyUpdate(doc, data));
    return { doc, seq: rows.length };
  }

  /** Reads the committed text, as of row `seq`; `reader` must not write. Throws `document.not-found`. */
  read<Result>(
    document: string,
    reader: (text: Y.Doc, seq: number, epoch: number) => Result,
  ): Promise<Result> {
    return this.engine.read(document, (session) => reader(session.text, session.lastSeq, session.epoch));
  }

  /** False once a text that was read began another epoch, for instance because words were erased from it. */
  isOfEpoch({ manager }: Transaction, document: string, epoch: number): Promise<boolean> {
    return manager.existsBy(CollabDocumentEntity, { id: document, epoch });
  }

  /** A client id for this text, given to this person for good. */
  async grantClientId({ manager }: Transaction, document: string, author: Author): Promise<number> {
    const [id] = await grantIds(manager, document, author, 1, new Date(this.clock.now()));
    return id!;
  }

  /**
   * Writes into a text what the server made of it, in this person's name. It is judged by the rules of the text, journalled
   * and told like any other edit; the same update offered again is written once. Several are rows of their own, and come to
   * readers as one. Answers the last row.
   */
  write(document: string, writings: readonly ServerWriting[]): Promise<number> {
    return this.engine.write(document, writings);
  }

  /**
   * Writes for somebody into a text, by the road of all edits: whoever has it open sees it at once. Judges no rights.
   * Answers the number of the last row. Throws `document.not-found`, and `document.not-saved` when it may be tried again.
   * `andThen` writes in the transaction that writes the row, whose number it is given; where nothing changes in the text
   * it is not called.
   */
  edit(
    document: string,
    author: Author,
    act: (transaction: Y.Transaction) => void,
    andThen: ((tx: EntityManager, seq: number) => Promise<void>) | null = null,
  ): Promise<number> {
    return this.engine.edit(document, author, act, andThen as AndThen | null);
  }

  /** The last row of each text: who wrote it, and when. Texts that are not there are left out; judges no rights. */
  async lastWritings(tx: EntityManager, documents: readonly string[]): Promise<Map<string, LastWriting>> {
    const rows: { id: string; seq: string; person_id: string | null; at: Date }[] = await tx.query(
      `SELECT d.id, d.seq, u.person_id, u.at FROM collab_document d
         JOIN collab_update u ON u.document_id = d.id AND u.seq = d.seq WHERE d.id = ANY($1)`,
      [documents],
    );
    return new Map(
      rows.map(({ id, seq, person_id, at }) => [id, { seq: Number(seq), personId: person_id, at }]),
    );
  }

  /** SYNC-24: in which epoch each of these texts is; those that are not there are left out. */
  async epochsOf(tx: EntityManager, documents: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows: { id: string; epoch: number }[] = await tx.query(
      'SELECT id, epoch FROM collab_document WHERE id = ANY($1)',
      [documents],
    );
    return new Map(rows.map(({ id, epoch }) => [id, epoch]));
  }

  /** TXT-5: who typed the characters of each paragraph, by its id. Judges no rights. */
  async authorsOf(document: string): Promise<ReadonlyMap<string, readonly AuthoredRun[]>> {
    const written = await this.read(document, (text) => authorsOf(text));
    const clients = new Set([...written.values()].flatMap((runs) => runs.map((run) => run.client)));
    const owners = await this.store.ownersOf(document, [...clients]);
    return new Map([...written].map(([id, runs]) => [id, runsBy(runs, owners)]));
  }

  /** Judges everybody concerned again, on open sockets, too (SYNC-20). */
  rightsChanged(change: AccessChange): Promise<void> {
    return this.engine.accessChanged(change);
  }

  /** Another epoch of a text was committed, with a row of its own: everybody at this process takes it anew. */
  async reopened(document: string): Promise<void> {
    await this.engine.reopen(document);
    this.listeners.forEach((listener) => listener(document));
  }

  /** Calls after every commit of any document. Rooms that derive something from texts register a projection instead. */
  onCommitted(listener: (document: string) => void): void {
    this.listeners.add(listener);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.engine.stop();
  }
}
