import {
  withNames,
  type CommentAuthorView,
  type CommentOrganisationView,
  type CommentView,
  type MentionView,
} from '@plenary/comments/domain';
import type { ExportNames, Voice } from '@plenary/exchange/domain';
import type { FileWords } from './words/index.js';

/**
 * EXC-33: who is named in a file, as the one who takes it out reads their names: people and their organisations, the
 * organisations alone, or nobody. Times are said of those alone who are named.
 */
export class Voices {
  constructor(
    private readonly names: ExportNames,
    private readonly words: FileWords,
  ) {}

  /** `instead` stands for somebody who is not named. */
  of({ name, organisation }: CommentAuthorView, at: string, instead = this.words('reader')): Voice {
    return this.voice(name, organisation, at, instead);
  }

  /** Of words that somebody entered for somebody else, it is those whose words they are. */
  ofComment({ author, enteredFor, createdAt }: CommentView): Voice {
    return enteredFor
      ? this.voice(enteredFor.name, enteredFor.organisation, createdAt)
      : this.of(author, createdAt);
  }

  /** The words of a comment; of whom it mentions, those who may be named. */
  textOf({ text, mentions, deletedAt }: CommentView): string {
    if (deletedAt !== null) return this.words('deleted');
    return withNames(text, ({ kind, id }) => {
      const found = mentions.find((each) => each.kind === kind && each.id === id);
      return found && this.mayName(found) ? found.name : null;
    });
  }

  private mayName({ kind }: MentionView): boolean {
    return this.names === 'people' || (this.names === 'organisations' && kind !== 'person');
  }

  private voice(
    name: string,
    organisation: CommentOrganisationView | null,
    at: string,
    instead = this.words('reader'),
  ): Voice {
    if (this.names === 'none') return { author: instead, at: null };
    const person = this.names === 'people' ? name : '';
    const of = organisation?.name ?? '';
    const both = person && of ? `${person} (${of})` : person || of;
    return { author: both || instead, at };
  }
}
