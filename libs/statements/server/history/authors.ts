import { Injectable } from '@nestjs/common';
import type { Actor } from '@plenary/ground/kernel';
import { Subjects } from '@plenary/ground/server';
import type { AuthorView } from '@plenary/statements/domain';

export interface Author {
  readonly personId: string | null;
  readonly organisationId: string | null;
}

/** Names of those who wrote, as one reader may know them: an organisation that is not theirs to know is none (ORG-3). */
@Injectable()
export class Authors {
  constructor(private readonly subjects: Subjects) {}

  async for(
    { personId: reader }: Actor,
    authors: readonly Author[],
  ): Promise<(author: Author) => AuthorView> {
    const people = new Set(authors.flatMap(({ personId }) => personId ?? []));
    const organisations = new Set(authors.flatMap(({ organisationId }) => organisationId ?? []));
    const known = await this.subjects.knownTo(reader, [
      ...[...people].map((id) => ({ kind: 'person', id })),
      ...[...organisations].map((id) => ({ kind: 'organisation', id })),
    ]);
    return ({ personId, organisationId }) => {
      const person = personId === null ? null : { kind: 'person', id: personId };
      const organisation = organisationId === null ? null : { kind: 'organisation', id: organisationId };
      const isKnown = organisation !== null && known.has(organisation);
      return {
        personId,
        name: person && known.nameOf(person),
        organisationId: isKnown ? organisationId : null,
        organisation: isKnown ? known.nameOf(organisation) : null,
      };
    };
  }
}

/** Authors of one answer, each once and with its place. */
export class AuthorList {
  private readonly places = new Map<string, number>();
  readonly all: Author[] = [];

  place({ personId, organisationId }: Author): number {
    const key = `${personId} ${organisationId}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.all.length);
    return this.all.push({ personId, organisationId }) - 1;
  }
}
