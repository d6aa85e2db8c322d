import type { EntityManager } from 'typeorm';
import {
  ErasedCharacters,
  withoutCharacters,
  withoutWords,
  withoutWordsIn,
  wordsWrittenIn,
  type Deed,
} from '@plenary/ground/text';
import type { ErasedPassage } from '@plenary/statements/server';
import { SuggestionEntity } from '../entities/suggestion.entity.js';

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
      const own = withoutCharacters(bytes, wordsWrittenIn(bytes, pattern));
      const left = withoutCharacters(own, characters);
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
    const isSame =
      (['deed', 'reworded'] as const).every(
        (name) => JSON.stringify(change[name]) === JSON.stringify(suggestion[name]),
      ) &&
      (['layer', 'sent', 'writing', 'reason', 'decisionReason', 'enteredName', 'enteredFile'] as const).every(
        (name) => change[name] === suggestion[name],
      );
    if (isSame) continue;
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
  const all = new ErasedCharacters();
  for (const { client, from, to } of erased) all.add([client, from], to - from);
  for (const { id, content } of deleted) {
    if (typeof content !== 'string') continue;
    for (const { index, 0: found } of content.matchAll(pattern))
      all.add([id[0], id[1] + index], found.length);
  }
  return deleted.flatMap((each): Deed['deleted'][number][] => {
    const { id, length, content } = each;
    const parts = all.within(id[0], id[1], id[1] + length);
    if (parts.length === 0) return [each];
    if (typeof content !== 'string') return [];
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
