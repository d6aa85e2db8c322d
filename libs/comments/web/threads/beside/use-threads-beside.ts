import { currentImpersonation } from '@plenary/ground/web';
import type { InStatement } from '@plenary/statements/web';
import { usePlaces } from '../api/use-places';
import { useUnsent } from '../outbox/use-unsent';
import type { Beside } from './beside';
import { useStanding } from './use-standing';

/** All that the panel and the sheet show of the threads of a text. */
export function useThreadsBeside({ statement, editor }: InStatement, beside: Beside) {
  const places = usePlaces(statement.id);
  const { standing, paragraphs } = useStanding(editor, beside, places.data);
  const { outbox, unsent } = useUnsent(statement.id);
  const known = new Set(places.data?.map(({ id }) => id));
  const begun = unsent.filter((each) => each.begins && !known.has(each.id));
  return { places, standing, paragraphs, outbox: currentImpersonation() ? null : outbox, unsent, begun };
}
