import { Injectable } from '@nestjs/common';
import { DomainError, type Actor } from '@plenary/ground/kernel';
import { CollabService } from '@plenary/ground/server/collab';
import { FlatText } from '@plenary/ground/text';
import { commentLimits, cutTo } from '@plenary/comments/domain';
import { SuggestionsService, ThreadsService } from '@plenary/comments/server';
import { documentOf } from '@plenary/statements/domain';
import { StatementsDoor } from '@plenary/statements/server';
import { failTask } from '@plenary/tasks/domain';
import type { TaskEntity } from './entities/task.entity.js';
import type { AboutDto } from './tasks.dto.js';

export type KeptAbout = Pick<TaskEntity, 'aboutKind' | 'aboutId' | 'statementId' | 'paragraphId' | 'quote'>;

export const aboutNothing: KeptAbout = {
  ...{ aboutKind: null, aboutId: null, statementId: null, paragraphId: null, quote: '' },
};

const cut = (words: string): string => cutTo(words, commentLimits.quoteLength);

/** TSK-7: what a task comes from, as the committed text and the rooms say it, whatever a client says of it. */
@Injectable()
export class AboutService {
  constructor(
    private readonly statements: StatementsDoor,
    private readonly threads: ThreadsService,
    private readonly suggestions: SuggestionsService,
    private readonly collab: CollabService,
  ) {}

  /** Refused as unknown where the caller may not read it. */
  async read(actor: Actor, about: AboutDto | undefined): Promise<KeptAbout> {
    if (!about) return aboutNothing;
    const { kind: aboutKind, id: aboutId } = about;
    const kept = { aboutKind, aboutId };
    const unknown = (reason: unknown) => {
      if (reason instanceof DomainError) return failTask('task.about-unknown');
      throw reason;
    };
    switch (aboutKind) {
      case 'thread': {
        const { statementId, place } = await this.threads.get(actor, aboutId).catch(unknown);
        return { ...kept, statementId, paragraphId: place.paragraphId, quote: cut(place.quote) };
      }
      case 'suggestion': {
        const { statementId } = await this.suggestions.get(actor, aboutId).catch(unknown);
        return { ...kept, statementId, paragraphId: null, quote: '' };
      }
      case 'paragraph':
      case 'statement':
        await this.statements.open(actor, aboutId).catch(unknown);
        return { ...kept, statementId: aboutId, ...(await this.paragraph(aboutKind, about)) };
    }
  }

  private async paragraph(
    kind: 'paragraph' | 'statement',
    { id, paragraphId, quote }: AboutDto,
  ): Promise<Pick<KeptAbout, 'paragraphId' | 'quote'>> {
    if (kind === 'statement') return { paragraphId: null, quote: '' };
    if (paragraphId === undefined) return failTask('task.about-unknown');
    return this.collab.read(documentOf(id), (doc) => {
      const paragraph = new FlatText(doc).holderOf(paragraphId) ?? failTask('task.about-unknown');
      const words = paragraph.runs.map(({ text, embed }) => (embed ? ' ' : text)).join('');
      // Words that do not stand there are nobody's quote.
      return { paragraphId: paragraph.id, quote: cut(quote && words.includes(quote) ? quote : words) };
    });
  }
}
