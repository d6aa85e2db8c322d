import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, List, Page } from '@plenary/ground/kernel';
import { cursorOf, pageOf, readCursor, type PageQuery } from '@plenary/ground/server';
import { StatementsDoor } from '@plenary/statements/server';
import { suggestionLimits, type SuggestionView } from '@plenary/comments/domain';
import { SuggestionDoor } from './suggestion-door.js';
import { SuggestionsPresenter } from './suggestions.presenter.js';
import { SuggestionsRepository } from './suggestions.repository.js';

/** Reading the suggestions on a statement. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly database: DataSource,
    private readonly statements: StatementsDoor,
    private readonly door: SuggestionDoor,
    private readonly suggestions: SuggestionsRepository,
    private readonly presenter: SuggestionsPresenter,
  ) {}

  /** All open ones, of which there is a limit, and the caller's drafts; the oldest first. */
  async listOpen(actor: Actor, statementId: string): Promise<List<SuggestionView>> {
    const tx = this.database.manager;
    const reader = await this.door.readerOf(tx, actor, await this.statements.open(actor, statementId));
    const { open, drafts } = suggestionLimits;
    const found = await this.suggestions.listOpen(tx, statementId, actor.personId, open + drafts);
    return { items: await this.presenter.present(tx, reader, found) };
  }

  /** Open ones as all others see them, one's own included: nothing of what was not sent. The oldest first. */
  async listSent(actor: Actor, statementId: string): Promise<List<SuggestionView>> {
    const tx = this.database.manager;
    const reader = await this.door.readerOf(tx, actor, await this.statements.open(actor, statementId));
    const { open, drafts } = suggestionLimits;
    const found = await this.suggestions.listOpen(tx, statementId, actor.personId, open + drafts);
    const sent = found.filter(({ state }) => state === 'open').map((each) => ({ ...each, layer: each.sent }));
    return { items: await this.presenter.present(tx, reader, sent) };
  }

  /** The latest decision first. */
  async listDecided(actor: Actor, statementId: string, dto: PageQuery): Promise<Page<SuggestionView>> {
    const tx = this.database.manager;
    const reader = await this.door.readerOf(tx, actor, await this.statements.open(actor, statementId));
    const after = readCursor(dto.cursor, ['changedAt', 'id']);
    const found = await this.suggestions.listDecided(tx, statementId, {
      after: after && { changedAt: new Date(after.changedAt), id: after.id },
      limit: dto.limit,
    });
    const page = pageOf(found, dto.limit, ({ changedAt, id }) =>
      cursorOf({ changedAt: changedAt.toISOString(), id }),
    );
    return { ...page, items: await this.presenter.present(tx, reader, page.items) };
  }

  async get(actor: Actor, id: string): Promise<SuggestionView> {
    const { reader, suggestion } = await this.door.open(actor, id);
    const [view] = await this.presenter.present(this.database.manager, reader, [suggestion]);
    return view!;
  }
}
