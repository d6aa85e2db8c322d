import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LongWorks } from '@plenary/ground/server';
import { withoutWords, withoutWordsIn } from '@plenary/ground/text';
import { PassageErasures, type ErasedPassage } from '@plenary/statements/server';
import { ReturnedFileEntity } from '../entities/returned-file.entity.js';
import { beginWork } from './beginning.service.js';
import { bringWork, lookWork } from './bringing-back.service.js';

/** STM-29: words that are erased from a statement go from what is known of files that came back to it. */
@Injectable()
export class ReturnErasures implements OnModuleInit {
  constructor(
    private readonly erasures: PassageErasures,
    private readonly works: LongWorks,
  ) {}

  onModuleInit(): void {
    this.erasures.register({
      what: 'exchange-erased:files',
      find: async (tx, passage, erase) => {
        if (erase) await this.putAwayWorks(tx, passage);
        return eraseFromNames(tx, passage, erase);
      },
    });
  }

  /**
   * A file that is being compared may hold them, and was compared with a text that held them: it has to be sent anew. What
   * came of one that is over tells words of the file.
   */
  private async putAwayWorks(tx: EntityManager, { statementId, pattern }: ErasedPassage): Promise<void> {
    await this.works.forget(tx, [lookWork, bringWork, beginWork], ({ request, outcome }) => {
      const asked = request as { readonly statementId?: string };
      const came = outcome as { readonly statementId?: string } | null;
      if (asked.statementId === statementId) return true;
      const isOfThis = came?.statementId === statementId;
      return isOfThis && JSON.stringify(withoutWordsIn(came, pattern)) !== JSON.stringify(came);
    });
  }
}

async function eraseFromNames(
  tx: EntityManager,
  { statementId, pattern }: ErasedPassage,
  erase: boolean,
): Promise<number> {
  const files = await tx.findBy(ReturnedFileEntity, { statementId });
  const telling = files.filter(({ fileName }) => fileName.search(pattern) >= 0);
  for (const { id, fileName } of erase ? telling : [])
    await tx.update(ReturnedFileEntity, { id }, { fileName: withoutWords(fileName, pattern) });
  return telling.length;
}
