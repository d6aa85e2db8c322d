import type { INestApplicationContext } from '@nestjs/common';
import { In, Not, type DataSource } from 'typeorm';
import { CollabService } from '@plenary/ground/server/collab';
import {
  closedFormats,
  FlatText,
  forkOf,
  LayerRecorder,
  TextEdit,
  type PageParagraph,
} from '@plenary/ground/text';
import { documentOf, statementRules } from '@plenary/statements/domain';
import { SuggestingService, SuggestionEntity } from '@plenary/comments/server';
import { seedSuggestions, type SeedSuggestion } from './data/suggestions.js';
import { seedActor } from './seed-actor.js';
import { seedId } from './seed-id.js';

/** The id of a suggestion of the sample coalition, the same on every installation. */
export const seedSuggestionId = (key: string): string => seedId('suggestion', key);

/** What is suggested for the Forum statement, by its people and through the same services as everybody's; each once. */
export async function seedSuggestionsOn(app: INestApplicationContext, statementId: string): Promise<void> {
  const suggesting = app.get(SuggestingService);
  for (const suggestion of seedSuggestions) {
    const { key, by, language, reason, signals } = suggestion;
    const id = seedSuggestionId(key);
    const begun = await suggesting.begin(seedActor(by), statementId, { id, language });
    if (begun.suggestion.state !== 'draft') continue;
    const update = await writtenBy(app, statementId, begun.client, suggestion);
    // Somebody wrote there since a first start was killed: there is nothing to suggest any more.
    if (!update) continue;
    await suggesting.keep(seedActor(by), id, update);
    await suggesting.send(seedActor(by), id, reason);
    for (const each of signals) await suggesting.signal(seedActor(each.by), id, each.signal);
  }
}

/** How many of them were sent. */
export const countSent = (database: DataSource): Promise<number> =>
  database.manager.countBy(SuggestionEntity, {
    id: In(seedSuggestions.map(({ key }) => seedSuggestionId(key))),
    state: Not('draft'),
  });

function writtenBy(
  app: INestApplicationContext,
  statementId: string,
  client: number,
  { at, does }: SeedSuggestion,
): Promise<Uint8Array | null> {
  return app.get(CollabService).read(documentOf(statementId), (doc) => {
    const fork = forkOf(doc, []);
    fork.clientID = client;
    const text = new FlatText(fork);
    const recorder = new LayerRecorder(fork, null);
    const paragraph = text.page.find((each) => each.text.includes(at));
    if (paragraph) {
      fork.transact((transaction) =>
        carryOut(new TextEdit(text, transaction, closedFormats(statementRules)), paragraph, at, does),
      );
    }
    const { layer } = recorder;
    fork.destroy();
    return layer?.update ?? null;
  });
}

function carryOut(edit: TextEdit, paragraph: PageParagraph, at: string, does: SeedSuggestion['does']): void {
  const from = paragraph.text.indexOf(at);
  const to = from + at.length;
  if ('newParagraph' in does) {
    const made = edit.insertParagraph(paragraph, {});
    edit.insert(made, 0, { text: does.newParagraph });
  } else if ('behind' in does) edit.insert(paragraph, to, { text: does.behind });
  else {
    edit.insert(paragraph, to, { text: does.instead });
    edit.delete(paragraph, from, to);
  }
}
