/** For whom somebody may have spoken. */
interface Spokesperson {
  readonly speaksFor: string | null;
  readonly organisationIds: readonly string[];
}

/**
 * COM-2: the organisation for which words were written, also where they come later, as from a device that was offline;
 * `written` is absent where that was not said. Whoever no longer acts for it speaks for the one of now.
 */
export function spokenFor(
  { speaksFor, organisationIds }: Spokesperson,
  written?: string | null,
): string | null {
  const stands = written === null || (written !== undefined && organisationIds.includes(written));
  return stands ? written : speaksFor;
}
