import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { withoutWords } from '@plenary/ground/text';
import { PassageErasures, type ErasedPassage } from '@plenary/statements/server';
import { CommentThreadEntity } from '../entities/comment-thread.entity.js';
import { CommentTranslationEntity } from '../entities/comment-translation.entity.js';
import { CommentEntity } from '../entities/comment.entity.js';
import { isAsItWas } from './is-as-it-was.js';
import { eraseFromSuggestions } from './erase-from-suggestions.js';

/** STM-29: words that are erased from a statement go from what was said about it, too. A mark stands where they stood. */
@Injectable()
export class CommentErasures implements OnModuleInit {
  constructor(private readonly erasures: PassageErasures) {}

  onModuleInit(): void {
    this.erasures.register({ what: 'comments-erased:quotes', find: eraseFromThreads });
    this.erasures.register({ what: 'comments-erased:comments', find: eraseFromComments });
    this.erasures.register({ what: 'comments-erased:suggestions', find: eraseFromSuggestions });
  }
}

/** Quotes with what stood around them, and notes on outcomes. */
async function eraseFromThreads(
  tx: EntityManager,
  { statementId, pattern }: ErasedPassage,
  erase: boolean,
): Promise<number> {
  let count = 0;
  for (const thread of await tx.findBy(CommentThreadEntity, { statementId })) {
    // A passage may begin within the words, or end in them: what it quotes and what stands around it is one.
    const { quote, before, after } = around(thread, pattern);
    const outcomeNote = withoutWords(thread.outcomeNote, pattern);
    const change = { quote, before, after, outcomeNote };
    if (isAsItWas(thread, change)) continue;
    count++;
    if (erase) await tx.update(CommentThreadEntity, { id: thread.id }, change);
  }
  return count;
}

interface Around {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** Words that lie in several of the three go from each of them. */
function around({ before, quote, after }: Around, pattern: RegExp): Around {
  const parts = [before, quote, after];
  const begins = [0, before.length, before.length + quote.length];
  const left = parts.map((each) => withoutWords(each, pattern));
  for (const { index, 0: found } of parts.join('').matchAll(pattern)) {
    parts.forEach((part, place) => {
      const [from, to] = [index - begins[place]!, index + found.length - begins[place]!];
      const isWithin = from >= 0 && to <= part.length;
      if (isWithin || from >= part.length || to <= 0) return;
      const piece = part.slice(Math.max(0, from), to);
      left[place] = left[place]!.split(piece).join(withoutWords(found, pattern));
    });
  }
  return { before: left[0]!, quote: left[1]!, after: left[2]! };
}

/** Comments and their translations; who wrote them and when stays. */
async function eraseFromComments(
  tx: EntityManager,
  { statementId, pattern }: ErasedPassage,
  erase: boolean,
): Promise<number> {
  const threads = await tx.find(CommentThreadEntity, { select: { id: true }, where: { statementId } });
  const comments = await tx.findBy(CommentEntity, { threadId: In(threads.map(({ id }) => id)) });
  const translations = await tx.findBy(CommentTranslationEntity, {
    commentId: In(comments.map(({ id }) => id)),
  });
  const concerned = new Set<string>();
  for (const comment of comments) {
    const { id, text, enteredName, enteredFile } = comment;
    const change = {
      text: withoutWords(text, pattern),
      enteredName: enteredName && withoutWords(enteredName, pattern),
      enteredFile: enteredFile && withoutWords(enteredFile, pattern),
    };
    if (isAsItWas(comment, change)) continue;
    concerned.add(id);
    if (erase) await tx.update(CommentEntity, { id }, change);
  }
  for (const { commentId, language, text } of translations) {
    const left = withoutWords(text, pattern);
    if (left === text) continue;
    concerned.add(commentId);
    if (erase) await tx.update(CommentTranslationEntity, { commentId, language }, { text: left });
  }
  return concerned.size;
}
