import type { INestApplicationContext } from '@nestjs/common';
import { CollabService } from '@plenary/ground/server/collab';
import { anchorOf, FlatText } from '@plenary/ground/text';
import { documentOf } from '@plenary/statements/domain';
import { mentionAs } from '@plenary/comments/domain';
import {
  BeginningThreads,
  CommentingService,
  ResolvingThreads,
  TranslatingComments,
} from '@plenary/comments/server';
import { seedDebate, type SeedComment, type SeedThread } from './data/debate.js';
import { seedActor } from './seed-actor.js';
import { seedId } from './seed-id.js';
import { seedPerson } from './sample-coalition.js';

/** The id of a thread of the debate, the same on every installation. */
export const seedThreadId = (key: string): string => seedId('thread', key);

/**
 * The debate on the Forum statement, said by its people through the same services as everybody's. Each part is done
 * once, whoever begins again after having been killed half-way.
 */
export async function seedDebateOn(app: INestApplicationContext, statementId: string): Promise<void> {
  const [beginning, commenting] = [app.get(BeginningThreads), app.get(CommentingService)];
  for (const thread of seedDebate) {
    const [first, ...replies] = thread.comments as [SeedComment, ...SeedComment[]];
    const threadId = seedThreadId(thread.key);
    const begun = await beginning.begin(seedActor(first.by), statementId, {
      ...(await placeOf(app, statementId, thread)),
      ...{ id: threadId, audience: thread.audience ?? 'readers', ...saidBy(first) },
    });
    await translate(app, begun.comments[0]!.id, first);
    for (const [at, reply] of replies.entries()) {
      const id = seedId('comment', `${thread.key} ${at}`);
      await commenting.add(seedActor(reply.by), threadId, { id, ...saidBy(reply) });
      await translate(app, id, reply);
    }
    if (!thread.outcome) continue;
    const { by, ...outcome } = thread.outcome;
    await app.get(ResolvingThreads).resolve(seedActor(by), threadId, outcome);
  }
}

async function placeOf(app: INestApplicationContext, statementId: string, { on }: SeedThread) {
  if (!on) return { kind: 'statement' } as const;
  const phrase = 'passage' in on ? on.passage : on.paragraph;
  return app.get(CollabService).read(documentOf(statementId), (doc) => {
    const text = new FlatText(doc);
    const paragraph = text.page.find((each) => each.text.includes(phrase));
    // Somebody wrote in it since a first start was killed: then it is said of the whole.
    if (!paragraph) return { kind: 'statement' } as const;
    if ('paragraph' in on) return { kind: 'paragraph', paragraphId: paragraph.id } as const;
    const offset = paragraph.text.indexOf(phrase);
    const end = { paragraph, offset: offset + phrase.length };
    const anchor = [...anchorOf(text, { paragraph, offset }, end)];
    return { kind: 'passage' as const, anchor };
  });
}

function saidBy({ text, language = 'en', enteredFor }: SeedComment) {
  const said = text.replace(/\{(.+?)\}/g, (_, given: string) =>
    mentionAs({ kind: 'person', id: seedPerson(given).id }),
  );
  if (!enteredFor) return { text: said, language };
  const { organisation, ...whose } = enteredFor;
  const organisationId =
    organisation === null ? {} : { organisationId: seedId('organisation', organisation) };
  return { text: said, language, enteredFor: { ...whose, ...organisationId } };
}

async function translate(
  app: INestApplicationContext,
  commentId: string,
  { translation }: SeedComment,
): Promise<void> {
  if (!translation) return;
  const { by, language, text } = translation;
  await app.get(TranslatingComments).translate(seedActor(by), commentId, language, text);
}
