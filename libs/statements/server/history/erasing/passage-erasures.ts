import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ErasablePassage } from '@plenary/ground/server/collab';
import type { ErasedBesideView } from '@plenary/statements/domain';

/** Words that are erased from a statement. */
export interface ErasedPassage extends Pick<ErasablePassage, 'characters' | 'pattern'> {
  readonly statementId: string;
}

/** Rows of a room above that may hold words of a statement's text. */
export interface HoldsWords {
  /** `<room>.<what>`, a word that the room's screens know. */
  readonly what: string;
  /** How many rows hold some of these words; with `erase`, takes them out in the same go. */
  find(tx: EntityManager, passage: ErasedPassage, erase: boolean): Promise<number>;
}

/** STM-29: where rooms above say what of theirs has to go when words are erased from a statement. */
@Injectable()
export class PassageErasures {
  private readonly holders: HoldsWords[] = [];

  register(holder: HoldsWords): void {
    this.holders.push(holder);
  }

  /** What holds nothing is left out. */
  async find(tx: EntityManager, passage: ErasedPassage, erase: boolean): Promise<ErasedBesideView[]> {
    const found: ErasedBesideView[] = [];
    for (const { what, find } of this.holders) {
      const count = await find(tx, passage, erase);
      if (count > 0) found.push({ what, count });
    }
    return found;
  }
}
