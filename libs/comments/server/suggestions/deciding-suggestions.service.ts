import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, covers, type Actor } from '@plenary/ground/kernel';
import { Job, Jobs, RateLimits, UnitOfWork, type Transaction } from '@plenary/ground/server';
import { failStatement } from '@plenary/statements/domain';
import {
  failSuggestion,
  mayTakeBack,
  suggestionAccepted,
  suggestionLimits,
  suggestionRejected,
  suggestionSubject,
  suggestionTakenBack,
  type SuggestionView,
} from '@plenary/comments/domain';
import type { SuggestionEntity } from '../entities/suggestion.entity.js';
import { guarded, SuggestionDoor, type OpenSuggestion } from './suggestion-door.js';
import { SuggestionLayers, type OtherWordsAt } from './suggestion-layers.service.js';
import { SuggestionsRepository } from './suggestions.repository.js';
import { SuggestionsService } from './suggestions.service.js';

/** How something is accepted: absent, whichever wording it has, and as it was suggested. */
interface Acceptance {
  readonly wording?: number;
  readonly otherwise?: readonly OtherWordsAt[];
}

const undecided = { decidedBy: null, decidedFor: null, decidedAt: null, decisionReason: '' };

const writeJob = 'suggestion.write';
/** A penholder decides three hundred suggestions in a night. */
const decisions = ['suggestion-decide', 600, 600] as const;

/**
 * Deciding about suggestions. What is to be written into the text is kept with the decision, and written after its commit;
 * a job sees to it that it is, also when the process is gone by then.
 */
@Injectable()
export class DecidingSuggestions {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly door: SuggestionDoor,
    private readonly suggestions: SuggestionsRepository,
    private readonly reading: SuggestionsService,
    private readonly layers: SuggestionLayers,
    private readonly jobs: Jobs,
    private readonly rates: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** SUG-5: written in the name of who suggested it. SUG-9: other words are of who accepts. */
  async accept(
    actor: Actor,
    id: string,
    { wording, otherwise = [] }: Acceptance = {},
  ): Promise<SuggestionView> {
    await this.limit(actor);
    const before = await this.door.open(actor, id);
    refuseUnlessDecides(before);
    if (wording !== undefined && wording !== before.suggestion.wording) failSuggestion('suggestion.not-open');
    const writing =
      (await this.layers.takeIn(actor, before.suggestion, otherwise)) ?? failSuggestion('suggestion.void');
    const reworded = writing.reworded && {
      ...{ ...writing.reworded, words: writing.words },
      set: Buffer.from(writing.reworded.set).toString('base64'),
    };
    const isDone = await this.unit.run(actor, async (tx) => {
      const { suggestion } = await this.openSame(tx, actor, before);
      if (!(await this.layers.isStill(tx, suggestion, writing))) return false;
      const { authorId: personId, organisationId, statementId } = suggestion;
      await this.decide(tx, actor, suggestion, {
        ...{ state: 'accepted', deed: writing.deed, reworded },
        ...{ writing: Buffer.from(writing.update), writingBy: personId, writingFor: organisationId },
      });
      const changed = reworded !== null;
      await tx.events.append(suggestionAccepted(suggestionSubject(id), { statementId, personId, changed }));
      return true;
    });
    // Words were erased meanwhile: what is kept must not bring them back.
    if (!isDone) return this.accept(actor, id, { wording: before.suggestion.wording, otherwise });
    await this.write(id);
    return this.reading.get(actor, id);
  }

  /** SUG-5 */
  async reject(actor: Actor, id: string, decisionReason: string): Promise<SuggestionView> {
    await this.limit(actor);
    await this.unit.run(actor, async (tx) => {
      const open = await this.door.openLocked(tx, actor, id);
      refuseUnlessDecides(open);
      const { statementId, authorId: personId } = open.suggestion;
      await this.decide(tx, actor, open.suggestion, { state: 'rejected', decisionReason });
      await tx.events.append(suggestionRejected(suggestionSubject(id), { statementId, personId }));
    });
    return this.reading.get(actor, id);
  }

  /** SUG-6: out of the text again; the suggestion is open as before, with all that was said of it. */
  async takeBack(actor: Actor, id: string): Promise<SuggestionView> {
    await this.limit(actor);
    const before = await this.door.open(actor, id);
    refuseUnlessTakesBack(before);
    const { suggestion } = before;
    if (suggestion.state === 'rejected') return this.reopen(actor, id);
    const back =
      suggestion.deed &&
      (await this.layers.takeBack(actor, suggestion, suggestion.deed, suggestion.reworded));
    if (!back) return failSuggestion('suggestion.gone');
    const isDone = await this.unit.run(actor, async (tx) => {
      const open = await this.door.openLocked(tx, actor, id);
      refuseUnlessTakesBack(open);
      if (!isSameDeed(open.suggestion, suggestion)) return false;
      if (!(await this.layers.isStill(tx, suggestion, back))) return false;
      const layer = Buffer.from(back.layer.update);
      const { personId: writingBy, organisationId: writingFor } = actor;
      await this.suggestions.update(tx.manager, id, {
        ...{
          state: 'open',
          clientId: String(back.layer.client),
          layer,
          sent: layer,
          deed: null,
          reworded: null,
        },
        ...undecided,
        ...{ writing: Buffer.from(back.writing.update), writingBy, writingFor, changedAt: this.now() },
      });
      await this.jobs.add(tx.manager, writeJob, { id }, { key: `${writeJob} ${id}` });
      const { statementId, authorId: personId } = open.suggestion;
      await tx.events.append(suggestionTakenBack(suggestionSubject(id), { statementId, personId }));
      return true;
    });
    // Taken back and decided anew by somebody else, or words were erased: judged by what is there now.
    if (!isDone) return this.takeBack(actor, id);
    await this.write(id);
    return this.reading.get(actor, id);
  }

  /** SUG-10: what was rejected is open again; nothing of it was in the text. */
  private async reopen(actor: Actor, id: string): Promise<SuggestionView> {
    await this.unit.run(actor, async (tx) => {
      const { reader, suggestion } = await this.door.openLocked(tx, actor, id);
      refuseUnlessTakesBack({ reader, suggestion });
      if (suggestion.state !== 'rejected') return failSuggestion('suggestion.not-open');
      const { statementId, authorId: personId } = suggestion;
      const { open: maximum } = suggestionLimits;
      if ((await this.suggestions.count(tx.manager, { statementId, state: 'open' })) >= maximum)
        return failSuggestion('suggestion.too-many', { maximum });
      await this.suggestions.update(tx.manager, id, { state: 'open', ...undecided, changedAt: this.now() });
      await tx.events.append(suggestionTakenBack(suggestionSubject(id), { statementId, personId }));
    });
    return this.reading.get(actor, id);
  }

  @Job(writeJob)
  async carryOut({ id }: { readonly id: string }): Promise<void> {
    await this.write(id);
  }

  /** Once, however often it is called: an update that is in the text is not written again. */
  private async write(id: string): Promise<void> {
    const suggestion = await this.suggestions.find(this.database.manager, id);
    if (!suggestion?.writing) return;
    try {
      await this.layers.write(suggestion);
    } catch (reason) {
      const now = await this.suggestions.find(this.database.manager, id);
      if (now?.writing?.equals(suggestion.writing)) throw reason;
      // Words were erased from it meanwhile: what is left of it is written.
      return this.write(id);
    }
    await this.unit.run(null, async ({ manager }) => {
      const now = await this.suggestions.find(manager, id);
      if (!now?.writing?.equals(suggestion.writing!)) return;
      await this.suggestions.update(manager, id, { writing: null, writingBy: null, writingFor: null });
    });
  }

  /** Nobody has decided or sent another wording since it was read. */
  private async openSame(tx: Transaction, actor: Actor, before: OpenSuggestion): Promise<OpenSuggestion> {
    const open = await this.door.openLocked(tx, actor, before.suggestion.id);
    refuseUnlessDecides(open);
    const { sent, clientId } = open.suggestion;
    const isSame = clientId === before.suggestion.clientId && sent?.equals(before.suggestion.sent!);
    return isSame ? open : failSuggestion('suggestion.not-open');
  }

  private async decide(
    { manager }: Transaction,
    { personId, organisationId }: Actor,
    { id }: SuggestionEntity,
    change: Partial<SuggestionEntity>,
  ): Promise<void> {
    const at = this.now();
    const decided = { decidedBy: personId, decidedFor: organisationId, decidedAt: at, changedAt: at };
    await this.suggestions.update(manager, id, { ...change, ...decided });
    if (change.writing) await this.jobs.add(manager, writeJob, { id }, { key: `${writeJob} ${id}` });
  }

  private now(): Date {
    return new Date(this.clock.now());
  }

  private async limit({ personId }: Actor): Promise<void> {
    const [name, points, seconds] = decisions;
    await this.rates.take(name, personId, points, seconds);
  }
}

function refuseUnlessDecides({ reader, suggestion }: OpenSuggestion): void {
  refuseUnlessEdits(reader);
  // What was taken back is on its way out of the text: until it is, nothing can be decided.
  if (suggestion.state !== 'open' || suggestion.writing) failSuggestion('suggestion.not-open');
}

function refuseUnlessTakesBack({ reader, suggestion }: OpenSuggestion): void {
  refuseUnlessEdits(reader);
  if (!mayTakeBack(reader, guarded(suggestion))) failSuggestion('suggestion.not-open');
}

/** As it was when it was read, what accepting did included. */
const isSameDeed = (one: SuggestionEntity, other: SuggestionEntity): boolean =>
  one.clientId === other.clientId && isDeepStrictEqual(deedOf(one), deedOf(other));

const deedOf = ({ state, deed, reworded }: SuggestionEntity) => ({ state, deed, reworded });

function refuseUnlessEdits({ right }: OpenSuggestion['reader']): void {
  if (!covers(right, 'edit')) failStatement('statement.forbidden', { held: right, wanted: 'edit' });
}
