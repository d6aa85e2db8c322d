import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import * as Y from 'yjs';
import { UnreadableDocument } from '@plenary/ground/collab/engine';
import { Clock, harmless } from '@plenary/ground/kernel';
import { Metrics } from '@plenary/ground/server';
import {
  closedFormats,
  endValue,
  findViolation,
  FlatText,
  lineBreak,
  rootsOf,
  sameFormats,
  TextEdit,
  textModel,
  unusual,
  writeBehind,
  type AttributeValue,
  type Formats,
  type MarkValue,
  type TextRules,
} from '@plenary/ground/text';
import { checksumOf } from './checksum.js';
import { DocumentKinds } from './document-kinds.js';
import { grantIds } from './grant-ids.js';

/*
 * Texts of the first model (until 2026: a tree of elements in a Y.XmlFragment) become texts of this one. This file is
 * all that knows the first model; once no installation has such texts any more it can be deleted, with its spec, its
 * fixture, and the places that name `CarryOver`.
 */

const firstModel = 1;

/** Milliseconds after the start before texts are carried over that nobody has opened yet, and between two of them. */
const sweepAfter = 2_000;
const sweepPause = 20;
/** When the database was away. */
const sweepAgain = 60_000;

/**
 * Carries each text over when it is first opened, and the rest in the background. All of it or nothing: a text that
 * was cut off in the middle is carried over the next time, and of two processes that begin at once the second finds
 * it done. The old journal stays as it was, and is not read again.
 */
@Injectable()
export class CarryOver implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('carry-over');
  private cancel: () => void = () => undefined;
  private sweeping: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly database: DataSource,
    private readonly kinds: DocumentKinds,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.sweepLater(sweepAfter);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.cancel();
    await this.sweeping;
  }

  /** Throws `UnreadableDocument` when the old text cannot be read whole (SYNC-4). */
  one(document: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [head] = await tx.query('SELECT seq, model FROM collab_document WHERE id = $1 FOR UPDATE', [
        document,
      ]);
      const rules = this.kinds.of(document)?.rules;
      if (!head || head.model !== firstModel || !rules) return;
      const lastSeq = Number(head.seq);
      const paragraphs = readOld(await this.oldText(tx, document, lastSeq), rules);
      const at = new Date(this.clock.now());
      const hands = await newHands(tx, document, paragraphs, at);
      const update = written(paragraphs, rules, hands);
      await tx.query(
        `INSERT INTO collab_update (document_id, seq, data, client_id, at, model) VALUES ($1, $2, $3, $4, $5, $6)`,
        [document, lastSeq + 1, Buffer.from(update), hands.server, at, textModel],
      );
      await tx.query(
        `UPDATE collab_document SET model = $2, floor = $3, seq = $3, epoch = epoch + 1 WHERE id = $1`,
        [document, textModel, lastSeq + 1],
      );
    });
  }

  /** The newest snapshot that is whole, and the rows behind it. */
  private async oldText(tx: EntityManager, document: string, lastSeq: number): Promise<Y.Doc> {
    const snapshot = await this.newestWhole(tx, document);
    const first = snapshot?.seq ?? 0;
    const rows: { seq: string; data: Buffer }[] = await tx.query(
      `SELECT seq, data FROM collab_update WHERE document_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq`,
      [document, first, lastSeq],
    );
    if (rows.length !== lastSeq - first || rows.some(({ seq }, index) => Number(seq) !== first + index + 1)) {
      throw new UnreadableDocument('the journal is not dense');
    }
    const doc = new Y.Doc();
    doc.getXmlFragment('body');
    try {
      doc.transact(() => {
        if (snapshot) Y.applyUpdate(doc, snapshot.state);
        for (const { data } of rows) Y.applyUpdate(doc, data);
      });
    } catch {
      throw new UnreadableDocument('a row is no update');
    }
    if (doc.store.pendingStructs ?? doc.store.pendingDs) throw new UnreadableDocument('something is missing');
    return doc;
  }

  /** SYNC-5: damaged ones are passed over, counted and told. */
  private async newestWhole(tx: EntityManager, document: string) {
    for (let passedOver = 0; ; passedOver++) {
      const [row]: { seq: string; state: Buffer; checksum: Buffer }[] = await tx.query(
        `SELECT seq, state, checksum FROM collab_snapshot WHERE document_id = $1 AND model = $2
         ORDER BY seq DESC LIMIT 1 OFFSET $3`,
        [document, firstModel, passedOver],
      );
      if (!row) return null;
      const sum = checksumOf(row.state);
      if (sum.equals(row.checksum)) return { seq: Number(row.seq), state: row.state };
      this.metrics.passedOver(document);
    }
  }

  private sweepLater(after: number): void {
    if (!this.stopped) this.cancel = this.clock.after(after, () => void (this.sweeping = this.sweep()));
  }

  private async sweep(): Promise<void> {
    try {
      for (let last = ''; !this.stopped;) {
        const [next]: { id: string }[] = await this.database.query(
          'SELECT id FROM collab_document WHERE model = $1 AND id > $2 ORDER BY id LIMIT 1',
          [firstModel, last],
        );
        if (!next) return;
        last = next.id;
        await this.one(last).catch((reason: unknown) => {
          if (!(reason instanceof UnreadableDocument)) throw reason;
          this.log.error({ code: 'document.unreadable', document: last });
        });
        await new Promise<void>((go) => this.clock.after(sweepPause, go));
      }
    } catch (reason) {
      this.log.warn({ code: 'carry-over.later', kind: (reason as Error).name });
      this.sweepLater(sweepAgain);
    }
  }
}

/** One character run, or a note, with the formats over it and the number of whoever wrote it. */
interface OldPiece {
  readonly client: number;
  readonly formats: Formats;
  readonly content: string | { readonly note: string; readonly id: unknown };
}

interface OldParagraph {
  readonly id: unknown;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly pieces: readonly OldPiece[];
}

function readOld(doc: Y.Doc, rules: TextRules): OldParagraph[] {
  return doc
    .getXmlFragment('body')
    .toArray()
    .map((node) => {
      const attributes =
        node instanceof Y.XmlElement ? (node.getAttributes() as Record<string, unknown>) : {};
      return {
        id: attributes['id'],
        attributes: unusual(accepted(attributes, rules.attributes) as OldParagraph['attributes'], rules),
        pieces: piecesOf(node, rules),
      };
    });
}

function piecesOf(node: unknown, rules: TextRules): OldPiece[] {
  if (node instanceof Y.XmlText) return charactersOf(node, rules);
  if (!(node instanceof Y.XmlElement)) return [];
  return node.toArray().flatMap((child): OldPiece[] => {
    if (!(child instanceof Y.XmlElement)) return piecesOf(child, rules);
    const { client } = child._item!.id;
    if (child.nodeName === 'hardBreak') return [{ client, formats: {}, content: lineBreak }];
    if (child.nodeName !== 'footnote') return piecesOf(child, rules);
    const { id, text } = child.getAttributes() as Record<string, unknown>;
    const note = rules.embeds['footnote']?.['text']?.(text) ? (text as string) : '';
    return [{ client, formats: {}, content: { note, id } }];
  });
}

function charactersOf(text: Y.XmlText, rules: TextRules): OldPiece[] {
  const pieces: OldPiece[] = [];
  const formats: Record<string, Formats[string]> = {};
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    if (content instanceof Y.ContentString) {
      pieces.push({ client: item.id.client, formats: { ...formats }, content: asCharacters(content.str) });
    } else if (content instanceof Y.ContentFormat) {
      const { key, value } = content as unknown as { key: string; value: unknown };
      // One that could stand several times over the same characters carried a hash behind its name.
      const name = key.replace(/--[a-zA-Z0-9+/=]{8}$/, '');
      const format = formatOf(value, rules.formats[name]);
      if (format) formats[name] = format;
      else delete formats[name];
    }
  }
  return pieces;
}

/** What was a border of words before is one now; half a character is shown as what it was shown as. */
const asCharacters = (text: string): string =>
  harmless(text.replace(/[\n\r\t\ufffc]/g, ' ')).replace(/\p{Surrogate}/gu, '\ufffd');

function formatOf(value: unknown, rule: TextRules['formats'][string] | undefined): Formats[string] | null {
  if (!rule || value === null || value === false) return null;
  const wanted = Object.keys(rule.values);
  if (wanted.length === 0) return true;
  const found = accepted(value, rule.values) as Record<string, string>;
  return Object.keys(found).length === wanted.length ? found : null;
}

/** Those values that may still stand there. */
function accepted(values: unknown, validators: Readonly<Record<string, (value: unknown) => boolean>>) {
  const given = typeof values === 'object' && values !== null ? Object.entries(values) : [];
  return Object.fromEntries(
    given.filter(([name, value]) => Object.hasOwn(validators, name) && validators[name]!(value)),
  ) as Record<string, unknown>;
}

interface Hands {
  readonly server: number;
  /** The new client id of whoever had this old one. */
  of(oldClient: number): number;
}

/** SYNC-12, TXT-5: new numbers for the same authors; no old one is used again. */
async function newHands(
  tx: EntityManager,
  document: string,
  paragraphs: readonly OldParagraph[],
  at: Date,
): Promise<Hands> {
  const writing = [...new Set(paragraphs.flatMap(({ pieces }) => pieces.map((each) => each.client)))];
  const owners: { client_id: string; person_id: string | null; organisation_id: string | null }[] =
    await tx.query(
      `SELECT client_id, person_id, organisation_id FROM collab_client
       WHERE document_id = $1 AND client_id = ANY($2) AND person_id IS NOT NULL`,
      [document, writing],
    );
  const [server] = await grantIds(tx, document, null, 1, at);
  const byAuthor = new Map<string, number>();
  const byClient = new Map<number, number>();
  for (const { client_id, person_id: personId, organisation_id: organisationId } of owners) {
    const author = `${personId} ${organisationId}`;
    const known = byAuthor.get(author);
    const hand = known ?? (await grantIds(tx, document, { personId, organisationId }, 1, at))[0]!;
    byAuthor.set(author, hand);
    byClient.set(Number(client_id), hand);
  }
  return { server: server!, of: (oldClient) => byClient.get(oldClient) ?? server! };
}

/** The text as it is now, as one update. */
function written(paragraphs: readonly OldParagraph[], rules: TextRules, hands: Hands): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  const firstOf = newIds();
  let violation: string | null = null;
  doc.once('afterTransaction', (transaction: Y.Transaction) => {
    violation = findViolation(transaction, rules, true);
  });
  const all = paragraphs.length > 0 ? paragraphs : [{ id: null, attributes: {}, pieces: [] }];
  doc.transact((transaction) => {
    let last: Y.Item | null = null;
    const write = (client: number, content: Y.ContentString | Y.ContentEmbed) => {
      doc.clientID = client;
      last = writeBehind(transaction, rootsOf(doc).text, last, content);
    };
    for (const { id, attributes, pieces } of all) {
      const mark: MarkValue = { p: attributes, own: 1, ...firstOf(id) };
      write(hands.server, new Y.ContentEmbed(mark as object));
      for (const { client, content } of pieces) {
        if (typeof content === 'string') write(hands.of(client), new Y.ContentString(content));
        else {
          const note = { n: 'footnote', v: { text: content.note }, ...firstOf(content.id) };
          write(hands.of(client), new Y.ContentEmbed(note));
        }
      }
      write(hands.server, new Y.ContentEmbed(endValue as unknown as object));
    }
    doc.clientID = hands.server;
    writeFormats(new FlatText(doc), transaction, all, rules);
  });
  if (violation !== null) throw new UnreadableDocument(`not carried over: ${violation as string}`);
  return Y.encodeStateAsUpdate(doc);
}

function writeFormats(
  text: FlatText,
  transaction: Y.Transaction,
  paragraphs: readonly OldParagraph[],
  rules: TextRules,
): void {
  const edit = new TextEdit(text, transaction, closedFormats(rules));
  const { page } = text;
  paragraphs.forEach(({ pieces }, index) => {
    for (const { from, to, formats } of formatted(pieces)) {
      for (const [name, value] of Object.entries(formats)) edit.format(page[index]!, from, to, name, value);
    }
  });
}

/** Neighbours under the same formats together, whoever wrote them. */
function formatted(pieces: readonly OldPiece[]): { from: number; to: number; formats: Formats }[] {
  const ranges: { from: number; to: number; formats: Formats }[] = [];
  let at = 0;
  for (const { content, formats } of pieces) {
    const to = at + (typeof content === 'string' ? content.length : 1);
    const last = ranges.at(-1);
    if (last?.to === at && sameFormats(last.formats, formats)) last.to = to;
    else ranges.push({ from: at, to, formats });
    at = to;
  }
  return ranges;
}

/** STM-12: of several that came to share an id the first keeps it; the others get one that follows from their birth. */
function newIds(): (id: unknown) => { readonly id?: string } {
  const taken = new Set<string>();
  return (id) => {
    if (typeof id !== 'string' || !/^[A-Za-z0-9._-]{1,40}$/.test(id) || taken.has(id)) return {};
    taken.add(id);
    return { id };
  };
}
