import type { StatementView } from '@plenary/statements/domain';
import type { Extensions } from '@tiptap/core';
import { useContext, useEffect, useState } from 'react';
import { StatementSlots, type StatementFilling } from './statement-slots';

const none: Extensions = [];

/** The editor's plugins of all fillings; null while they are loaded. Without any the text is there at once. */
export function useExtensions(statement: StatementView): Extensions | null {
  const fillings = useContext(StatementSlots);
  const [found, setFound] = useState<Extensions | null>(() =>
    fillings.some(({ extensions }) => extensions) ? null : none,
  );
  useEffect(() => {
    if (found) return;
    let isHere = true;
    void extensionsOf(fillings, statement).then((all) => isHere && setFound(all));
    return () => {
      isHere = false;
    };
  }, [fillings, statement, found]);
  return found;
}

/**
 * What cannot be loaded is left out: without a network the text opens all the same. So is what would change of what a
 * statement may consist: the server would refuse each character in it.
 */
export async function extensionsOf(
  fillings: readonly StatementFilling[],
  statement: StatementView,
): Promise<Extensions> {
  const loaded = await Promise.allSettled(
    fillings.flatMap(({ extensions }) => (extensions ? [extensions().then((make) => make(statement))] : [])),
  );
  const all = loaded.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
  return all.filter(({ type }) => type === 'extension');
}
