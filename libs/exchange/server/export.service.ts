import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@plenary/ground/kernel';
import { CollabService } from '@plenary/ground/server/collab';
import { readText } from '@plenary/ground/text';
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
  type Maker,
  type Outgoing,
} from '@plenary/exchange/domain';

export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly etag: string;
}

interface Asked {
  readonly format?: ExportFormat;
  readonly by?: Maker;
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
  ) {}

  /** STM-6: a statement that one may not read is unknown. */
  async make(actor: Actor, id: string, { format = 'docx', by }: Asked): Promise<ExportedFile> {
    const { title, language } = await this.statements.open(actor, id);
    const maker = by === 'coalition' ? (await this.organisations.getCoalition()).name : null;
    const bytes = await this.inTurn(() => this.write({ id, title, language, by: maker }, format));
    return {
      name: exportFileName(title, format),
      type: exportTypes[format],
      bytes,
      etag: createHash('sha256').update(bytes).digest('base64url'),
    };
  }

  private async write(
    facts: Omit<Outgoing, 'paragraphs' | 'moment'>,
    format: ExportFormat,
  ): Promise<Uint8Array> {
    const document = documentOf(facts.id);
    if (format === 'txt') {
      const paragraphs = await this.collab.read(document, readParagraphs);
      refuseTooLong(paragraphs.reduce((sum, { text }) => sum + text.length, 0));
      return Buffer.from(plainTextOf(facts.title, paragraphs));
    }
    const { rich, moment } = await this.collab.read(document, (text, seq) => ({
      ...{ rich: readText(text, attributeNames), moment: seq },
    }));
    refuseTooLong(
      rich
        .flatMap(({ content }) => content)
        .reduce((sum, each) => sum + ('text' in each ? each.text.length : 1), 0),
    );
    const out = outgoing({ ...facts, moment }, rich);
    if (format === 'docx') return writeDocx(out, () => nextTurn());
    return Buffer.from(format === 'md' ? writeMarkdown(out) : writePage(out));
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

/** EXC-9 */
function refuseTooLong(characters: number): void {
  if (characters > exportLimits.characters)
    failExchange('exchange.too-long', { most: exportLimits.characters });
}
