import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, type Actor } from '@plenary/ground/kernel';
import { RateLimits, UnitOfWork } from '@plenary/ground/server';
import { stateWithBoth } from '@plenary/ground/text';
import { StatementsDoor } from '@plenary/statements/server';
import {
  failSuggestion,
  isUndecided,
  mayWriteSuggestion,
  maySignal,
  suggestionLimits,
  suggestionSent,
  suggestionSignalled,
  suggestionSubject,
  suggestionWithdrawn,
  type BegunSuggestionView,
  type Signal,
  type SuggestionView,
} from '@plenary/comments/domain';
import { refuseUnlessMayComment } from '../threads/commenting.service.js';
import { guarded, SuggestionDoor, type OpenSuggestion } from './suggestion-door.js';
import { SuggestionLayers } from './suggestion-layers.service.js';
import { SuggestionsRepository } from './suggestions.repository.js';
import { SuggestionsService } from './suggestions.service.js';

/** SUG-3: acts of one person per ten minutes; a draft is kept every two seconds of writing. */
const limits = { keep: ['suggestion-keep', 600, 600], act: ['suggestion-act', 300, 600] } as const;

/** Writing suggestions, sending and withdrawing them, and saying what one's organisation thinks of them. */
@Injectable()
export class SuggestingService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly statements: StatementsDoor,
    private readonly door: SuggestionDoor,
    private readonly suggestions: SuggestionsRepository,
    private readonly reading: SuggestionsService,
    private readonly layers: SuggestionLayers,
    private readonly rates: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** SUG-2: a draft without words yet. A second arrival of an id is the same suggestion. */
  async begin(
    actor: Actor,
    statementId: string,
    { id, language }: { readonly id: string; readonly language: string },
  ): Promise<BegunSuggestionView> {
    await this.limit(actor, 'act');
    // Whoever may not read the text learns nothing of it, and is given no number in it.
    await this.statements.open(actor, statementId);
    const known = await this.suggestions.find(this.database.manager, id);
    if (!known) {
      const client = await this.layers.grant(actor, statementId);
      await this.unit.run(actor, async (tx) => {
        const statement = await this.statements.openLocked(tx, actor, statementId, 'comment');
        if (await this.suggestions.find(tx.manager, id)) return;
        const own = { statementId, authorId: actor.personId, state: 'draft' } as const;
        const { drafts: maximum } = suggestionLimits;
        if ((await this.suggestions.count(tx.manager, own)) >= maximum)
          failSuggestion('suggestion.too-many', { maximum });
        const { standing } = await this.door.readerOf(tx.manager, actor, statement);
        const at = new Date(this.clock.now());
        await this.suggestions.insert(tx.manager, {
          ...{ ...own, id, organisationId: standing.speaksFor, clientId: String(client), language },
          ...{ layer: null, sent: null, wording: 0, reason: '', createdAt: at, changedAt: at },
          ...{
            decidedBy: null,
            decidedFor: null,
            decidedAt: null,
            decisionReason: '',
            deed: null,
            reworded: null,
          },
          ...{ writing: null, writingBy: null, writingFor: null },
          ...{ enteredName: null, enteredOrganisationId: null, enteredFile: null },
        });
      });
    }
    const begun = (await this.suggestions.find(this.database.manager, id))!;
    const isSame = begun.authorId === actor.personId && begun.statementId === statementId;
    if (!isSame) return failSuggestion('suggestion.id-taken');
    return { suggestion: await this.reading.get(actor, id), client: Number(begun.clientId) };
  }

  /** SUG-3: keeps what was written so far, for its author alone until it is sent. */
  async keep(actor: Actor, id: string, update: Uint8Array): Promise<SuggestionView> {
    await this.limit(actor, 'keep');
    const { suggestion } = await this.door.open(actor, id);
    await this.layers.check(actor, suggestion, update);
    await this.unit.run(actor, async (tx) => {
      const open = await this.door.openLocked(tx, actor, id);
      refuseUnlessWrites(open);
      // Judged by what stood there: another tab may have gone on meanwhile, or it stands under another id by now.
      if (open.suggestion.clientId !== suggestion.clientId) failSuggestion('suggestion.not-open');
      const { layer: known } = open.suggestion;
      // Two devices that went on from one state: neither takes away what the other wrote.
      const both = (known ? stateWithBoth(known, update) : update) ?? failSuggestion('suggestion.elsewhere');
      await this.suggestions.update(tx.manager, id, { layer: Buffer.from(both), changedAt: this.now() });
    });
    return this.reading.get(actor, id);
  }

  /** SUG-3: for all to see; another wording each time that something changed. */
  async send(actor: Actor, id: string, reason: string): Promise<SuggestionView> {
    await this.limit(actor, 'act');
    await this.unit.run(actor, async (tx) => {
      const open = await this.door.openLocked(tx, actor, id);
      refuseUnlessWrites(open);
      const { suggestion } = open;
      const { layer, sent, statementId, state } = suggestion;
      if (!layer) return failSuggestion('suggestion.empty');
      const isNew = !sent || !layer.equals(sent);
      if (!isNew && suggestion.reason === reason && state === 'open') return;
      const { open: maximum } = suggestionLimits;
      if (
        state === 'draft' &&
        (await this.suggestions.count(tx.manager, { statementId, state: 'open' })) >= maximum
      )
        return failSuggestion('suggestion.too-many', { maximum });
      const wording = suggestion.wording + (isNew ? 1 : 0);
      await this.suggestions.update(tx.manager, id, {
        ...{ state: 'open', sent: layer, reason, wording, changedAt: this.now() },
      });
      await tx.events.append(suggestionSent(suggestionSubject(id), { statementId, wording }));
    });
    return this.reading.get(actor, id);
  }

  /** SUG-2: a draft goes without a trace of its words; what was sent stays readable as withdrawn. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.limit(actor, 'act');
    await this.unit.run(actor, async (tx) => {
      const { suggestion, reader } = await this.door.openLocked(tx, actor, id);
      if (suggestion.authorId !== reader.standing.personId) return failSuggestion('suggestion.not-yours');
      if (suggestion.state === 'withdrawn') return;
      if (!isUndecided(suggestion.state)) return failSuggestion('suggestion.not-open');
      const wasSent = suggestion.state === 'open';
      const words = wasSent ? {} : { layer: null, reason: '' };
      await this.suggestions.update(tx.manager, id, { state: 'withdrawn', ...words, changedAt: this.now() });
      const { statementId } = suggestion;
      if (wasSent) await tx.events.append(suggestionWithdrawn(suggestionSubject(id), { statementId }));
    });
  }

  /** SUG-4: in the name of the organisation spoken for, in place of what any of its people said before. */
  async signal(actor: Actor, id: string, signal: Signal | null): Promise<SuggestionView> {
    await this.limit(actor, 'act');
    await this.unit.run(actor, async (tx) => {
      const { suggestion, reader } = await this.door.openLocked(tx, actor, id);
      refuseUnlessMayComment(reader);
      const { speaksFor: organisationId } = reader.standing;
      if (!organisationId) return failSuggestion('suggestion.no-organisation');
      if (!maySignal(reader, guarded(suggestion))) return failSuggestion('suggestion.not-open');
      const { personId } = actor;
      const { wording, statementId } = suggestion;
      if (signal === null) await this.suggestions.deleteSignal(tx.manager, id, organisationId);
      else
        await this.suggestions.saveSignal(tx.manager, {
          ...{ suggestionId: id, organisationId, personId, signal, wording, at: this.now() },
        });
      await tx.events.append(suggestionSignalled(suggestionSubject(id), { statementId, signal }));
    });
    return this.reading.get(actor, id);
  }

  private now(): Date {
    return new Date(this.clock.now());
  }

  private async limit({ personId }: Actor, kind: keyof typeof limits): Promise<void> {
    const [name, points, seconds] = limits[kind];
    await this.rates.take(name, personId, points, seconds);
  }
}

function refuseUnlessWrites({ reader, suggestion }: OpenSuggestion): void {
  refuseUnlessMayComment(reader);
  if (suggestion.authorId !== reader.standing.personId) failSuggestion('suggestion.not-yours');
  if (!mayWriteSuggestion(reader, guarded(suggestion))) failSuggestion('suggestion.not-open');
}
