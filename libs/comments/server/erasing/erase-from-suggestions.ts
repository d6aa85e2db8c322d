import type { EntityManager } from 'typeorm';
import {
  CharacterRanges,
  withoutCharacters,
  withoutWords,
  withoutWordsIn,
  wordsWrittenIn,
  writtenAnewIn,
  type Deed,
} from '@plenary/ground/text';
import type { ErasedPassage } from '@plenary/statements/server';
import { SuggestionEntity } from '../entities/suggestion.entity.js';
import { isAsItWas } from './is-as-it-was.js';

/**
 * Layers of open suggestions and of drafts, what is on its way into the text, reasons, and what accepting did: taken back,
 * a suggestion brings no erased words with it.
 */
export async function eraseFromSuggestions(
  tx: EntityManager,
  { statementId, characters, pattern }: ErasedPassage,
  erase: boolean,
): Promise<number> {
  let count = 0;
  for (const suggestion of await tx.findBy(SuggestionEntity, { statementId })) {
    const bytesLeft = (bytes: Buffer | null): Buffer | null => {
      if (!bytes) return bytes;
      const own = wordsWrittenIn(bytes, pattern);
      const anew = writtenAnewIn(bytes, [characters, own]);
      const left = [own, characters, anew].reduce(withoutCharacters, bytes as Uint8Array);
      return left === bytes ? bytes : Buffer.from(left);
    };
    const change = {
      layer: bytesLeft(suggestion.layer),
      sent: bytesLeft(suggestion.sent),
      writing: bytesLeft(suggestion.writing),
      reason: withoutWords(suggestion.reason, pattern),
      decisionReason: withoutWords(suggestion.decisionReason, pattern),
      enteredName: suggestion.enteredName && withoutWords(suggestion.enteredName, pattern),
      enteredFile: suggestion.enteredFile && withoutWords(suggestion.enteredFile, pattern),
      deed: suggestion.deed && deedLeft(suggestion.deed, characters, pattern),
      reworded: suggestion.reworded && {
        ...suggestion.reworded,
        left: deletedLeft(suggestion.reworded.left, characters, pattern),
        words: withoutWordsIn(suggestion.reworded.words, pattern),
        set: bytesLeft(Buffer.from(suggestion.reworded.set, 'base64'))!.toString('base64'),
      },
    };
    if (isAsItWas(suggestion, change)) continue;
    count++;
    if (erase) await tx.update(SuggestionEntity, { id: suggestion.id }, change as object);
  }
  return count;
}

/** What accepting did, without the words. */
const deedLeft = (deed: Deed, erased: ErasedPassage['characters'], pattern: RegExp): Deed => ({
  ...deed,
  deleted: deletedLeft(deed.deleted, erased, pattern),
  said: withoutWordsIn(deed.said, pattern),
  spans: withoutWordsIn(deed.spans, pattern),
});

/** Characters that are erased now cannot be brought back. */
function deletedLeft(
  deleted: Deed['deleted'],
  erased: ErasedPassage['characters'],
  pattern: RegExp,
): Deed['deleted'] {
  return deleted.flatMap((each): Deed['deleted'][number][] => {
    const { id, length, content } = each;
    const gone = new CharacterRanges();
    for (const { from, to } of erased.within(id[0], id[1], id[1] + length))
      gone.add([id[0], from], to - from);
    if (typeof content !== 'string') return gone.isEmpty ? [each] : [];
    for (const { index, 0: found } of content.matchAll(pattern))
      gone.add([id[0], id[1] + index], found.length);
    const parts = gone.within(id[0], id[1], id[1] + length);
    if (parts.length === 0) return [each];
    const left: Deed['deleted'][number][] = [];
    let at = id[1];
    for (const { from, to } of [...parts, { from: id[1] + length, to: id[1] + length }]) {
      if (from > at)
        left.push({ id: [id[0], at], length: from - at, content: content.slice(at - id[1], from - id[1]) });
      at = to;
    }
    return left;
  });
}
