import { newId } from '@plenary/ground/kernel';
import type { StatementView } from '@plenary/statements/domain';
import type { components } from '@plenary/ground/web';
import { suggestionsApi } from '../api/suggestions-api';
import { bytesOf } from './base64';
import type { DeviceDrafts } from './device-drafts';
import { isReady, isUnsent, type KeptDraft } from './kept-draft';

type Suggestion = components['schemas']['SuggestionDto'];

/** Which suggestion somebody goes on with, or begins. */
export class DraftsOfStatement {
  constructor(
    private readonly drafts: DeviceDrafts,
    private readonly statement: Pick<StatementView, 'id' | 'title' | 'language'>,
  ) {}

  /** The one that was left unfinished here last; otherwise one that is ready, or one that the server gives. */
  async next(): Promise<KeptDraft> {
    const here = await this.drafts.of(this.statement.id);
    const unfinished = here.filter((each) => !each.isOpen && !each.isToSend && each.update).at(-1);
    return unfinished ?? here.find(isReady) ?? this.fetch();
  }

  /** One of the person's own, which the server has; what this device wrote of it and the server lacks comes first. */
  async of(suggestion: Suggestion): Promise<KeptDraft> {
    const known = await this.drafts.get(suggestion.id);
    const { id, layer, reason, state } = suggestion;
    if (known && (isUnsent(known) || known.refused || !layer)) return known;
    if (!layer) throw new Error(`${id} has no layer`);
    const written = (known?.written ?? 0) + 1;
    return {
      ...{ id, statementId: this.statement.id, title: this.statement.title, language: suggestion.language },
      ...{ client: layer.client, update: bytesOf(layer.update), written, saved: written },
      ...{ reason, isToSend: false, isOpen: state === 'open', refused: null },
    };
  }

  /** Sees to it that there is one to begin with, also without a network later on. */
  async makeReady(): Promise<void> {
    if (!this.drafts.isKept || (await this.drafts.of(this.statement.id)).some(isReady)) return;
    await this.fetch();
  }

  private async fetch(): Promise<KeptDraft> {
    const { id: statementId, title, language } = this.statement;
    const { suggestion, client } = await suggestionsApi.begin(statementId, { id: newId(), language });
    const ready: KeptDraft = {
      ...{ id: suggestion.id, statementId, title, language, client, update: null, written: 0, saved: 0 },
      ...{ reason: '', isToSend: false, isOpen: false, refused: null },
    };
    await this.drafts.put(ready);
    return ready;
  }
}
