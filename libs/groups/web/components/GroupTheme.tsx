import { sortNameOf } from '@plenary/ground/kernel';
import type { GroupView } from '@plenary/groups/domain';
import { useTerms } from '@plenary/organisations/web/parts';

/** What a group works on, in the reader's language, before other facts; a group that is called so says it once. */
export function GroupTheme({ group }: { group: Pick<GroupView, 'name' | 'theme'> }) {
  const theme = useTerms().theme(group.theme);
  if (sortNameOf(theme) === sortNameOf(group.name) || theme === '') return null;
  return (
    <>
      <bdi>{theme}</bdi> ·{' '}
    </>
  );
}
