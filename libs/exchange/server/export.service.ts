import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@plenary/ground/kernel';
import { CollabService } from '@plenary/ground/server/collab';
import { readText, type RichParagraph } from '@plenary/ground/text';
import { OrganisationsService } from '@plenary/organisations/server';
import { attributeNames, documentOf, plainTextOf, readParagraphs } from '@plenary/statements/domain';
import { StatementsDoor } from '@plenary/statements/server';
import {
  exportFileName,
  exportLimits,
  exportTypes,
  failExchange,
  outgoing,
  writeDocx,
  writeMarkdown,
  writePage,
  type ExportFormat,
  type ExportNames,
  type Maker,
  type Outgoing,
} from '@plenary/exchange/domain';
import { Marking, type MarksAsked, type Said } from './marking.service.js';

export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly etag: string;
  /** Suggestions that stand in it as comments. */
  readonly asComments: number;
}

interface Asked {
  readonly format?: ExportFormat;
  readonly by?: Maker;
  readonly suggestions?: boolean;
  readonly comments?: boolean;
  readonly names?: ExportNames;
}

/** What is to be written, in which shape. */
interface Wanted {
  readonly format: ExportFormat;
  /** Null where nothing stands beside the text. */
  readonly marks: { readonly asked: MarksAsked; readonly said: Said } | null;
}

/** Statements as files. */
@Injectable()
export class ExportService {
  private before: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(
    private readonly statements: StatementsDoor,
    private readonly collab: CollabService,
    private readonly organisations: OrganisationsService,
    private readonly marking: Marking,
  ) {}

  /** STM-6: a statement that one may not read is unknown. */
  async make(actor: Actor, id: string, { format = 'docx', by, ...more }: Asked): Promise<ExportedFile> {
    const { title, language } = await this.statements.open(actor, id);
    const maker = by === 'coalition' ? (await this.organisations.getCoalition()).name : null;
    const facts = { id, title, language, by: maker };
    const { suggestions = false, comments = false, names = 'none' } = more;
    // Other kinds of files have no place for either.
    const asked = format === 'docx' && (suggestions || comments) ? { suggestions, comments, names } : null;
    const { bytes, asComments } = await this.inTurn(async () => {
      const marks = asked && { asked, said: await this.marking.read(actor, id, asked) };
      return this.write(facts, { format, marks });
    });
    return {
      ...{ name: exportFileName(title, format), type: exportTypes[format], bytes, asComments },
      etag: createHash('sha256').update(bytes).digest('base64url'),
    };
  }

  private async write(
    facts: Omit<Outgoing, 'paragraphs' | 'moment' | 'marks'>,
    { format, marks }: Wanted,
  ): Promise<Pick<ExportedFile, 'bytes' | 'asComments'>> {
    const document = documentOf(facts.id);
    if (format === 'txt') {
      const paragraphs = await this.collab.read(document, readParagraphs);
      refuseTooLong(paragraphs.reduce((sum, { text }) => sum + text.length, 0));
      return { bytes: Buffer.from(plainTextOf(facts.title, paragraphs)), asComments: 0 };
    }
    const { out, asComments } = await this.collab.read(document, (doc, moment) => {
      const rich = readText(doc, attributeNames);
      refuseTooLong(charactersIn(rich));
      const plain = outgoing({ ...facts, moment }, rich);
      return marks ? this.marking.mark(doc, plain, marks.said, marks.asked) : { out: plain, asComments: 0 };
    });
    if (format === 'docx') return { bytes: await writeDocx(out, () => nextTurn()), asComments };
    return { bytes: Buffer.from(format === 'md' ? writeMarkdown(out) : writePage(out)), asComments };
  }

  /** One at a time in a process: whoever asks for many at once takes nobody's turn on the line. */
  private async inTurn<Made>(make: () => Promise<Made>): Promise<Made> {
    if (this.waiting >= exportLimits.waiting) return failExchange('exchange.busy');
    this.waiting++;
    const made = this.before.then(make);
    this.before = made.catch(() => undefined);
    return made.finally(() => this.waiting--);
  }
}

const charactersIn = (rich: readonly RichParagraph[]): number =>
  rich
    .flatMap(({ content }) => content)
    .reduce((sum, each) => sum + ('text' in each ? each.text.length : 1), 0);

/** EXC-9 */
function refuseTooLong(characters: number): void {
  if (characters > exportLimits.characters)
    failExchange('exchange.too-long', { most: exportLimits.characters });
}
