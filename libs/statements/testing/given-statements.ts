import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import type { GrantableRight, NewParagraph, SubjectKind } from '@plenary/statements/domain';
import { StatementsService } from '@plenary/statements/server';

export interface GivenStatement {
  readonly title?: string;
  /** The owning group; the coalition owns it when absent. */
  readonly groupId?: string;
  readonly createdBy?: string;
  readonly paragraphs?: readonly NewParagraph[];
  readonly grants?: readonly {
    readonly subjectKind: SubjectKind;
    readonly subjectId?: string;
    readonly right: GrantableRight;
  }[];
}

/** Builders of statements for tests, with their text. */
export function givenStatements(app: INestApplicationContext) {
  let count = 0;
  return {
    async statement(wanted: GivenStatement = {}): Promise<string> {
      const id = newId();
      await app.get(UnitOfWork).run(null, (tx) =>
        app.get(StatementsService).begin(tx, {
          id,
          title: wanted.title ?? `Statement ${++count}`,
          ownerKind: wanted.groupId ? 'group' : 'coalition',
          groupId: wanted.groupId ?? null,
          language: 'en',
          createdBy: wanted.createdBy ?? newId(),
          createdAt: new Date(),
          paragraphs: wanted.paragraphs ?? [{ text: 'We, the people who move, say this.' }],
          grants: (wanted.grants ?? []).map(({ subjectKind, subjectId, right }) => ({
            ...{ id: newId(), subjectKind, right },
            subjectId: subjectId ?? null,
          })),
        }),
      );
      return id;
    },
  };
}
