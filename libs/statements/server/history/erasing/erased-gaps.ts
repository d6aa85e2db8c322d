import { Injectable } from '@nestjs/common';
import { MoreThan, type EntityManager } from 'typeorm';
import { CharacterRanges } from '@plenary/ground/text';
import { StatementErasureEntity } from '../entities/statement-erasure.entity.js';

/** Characters that were erased from a statement, and when the last of them were. */
export interface ErasedSince {
  readonly characters: CharacterRanges;
  readonly at: Date;
}

/** STM-29: for rooms above to which an older text may come back, with words that were erased since. Judges no rights. */
@Injectable()
export class ErasedGaps {
  /** By erasures after row `seq`; null where there was none. */
  async since(tx: EntityManager, statementId: string, seq: number): Promise<ErasedSince | null> {
    const erasures = await tx.find(StatementErasureEntity, {
      where: { statementId, seq: MoreThan(String(seq)) },
      order: { seq: 'DESC' },
    });
    const [last] = erasures;
    if (!last) return null;
    const characters = new CharacterRanges();
    for (const { client, from, to } of erasures.flatMap(({ gaps }) => gaps))
      characters.add([client, from], to - from);
    return { characters, at: last.erasedAt };
  }
}
