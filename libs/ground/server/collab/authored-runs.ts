import type { WrittenRun } from '@plenary/ground/text';

/** Whose a client id is; the server's own is nobody's. */
export interface Owner {
  readonly personId: string | null;
  readonly organisationId: string | null;
}

/** Characters of one hand that stand beside each other, with the organisation that the person wrote for. */
export interface AuthoredRun extends Owner {
  readonly text: string;
}

const nobody: Owner = { personId: null, organisationId: null };

/** The same runs with names instead of numbers. Somebody who wrote under several numbers is one hand. */
export function runsBy(
  written: readonly WrittenRun[],
  owners: ReadonlyMap<number, Owner | null>,
): readonly AuthoredRun[] {
  const found: AuthoredRun[] = [];
  for (const { client, text } of written) {
    const owner = owners.get(client) ?? nobody;
    const last = found.at(-1);
    if (last?.personId === owner.personId && last.organisationId === owner.organisationId) {
      found[found.length - 1] = { ...last, text: last.text + text };
    } else found.push({ ...owner, text });
  }
  return found;
}
