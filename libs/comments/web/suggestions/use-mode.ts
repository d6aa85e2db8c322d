import { devicePerson } from '@plenary/ground/web';
import { useMe } from '@plenary/identity/web';
import type { StatementView } from '@plenary/statements/domain';
import { useShownText } from '@plenary/statements/web';
import { useEffect, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { Mode } from './mode';

const modes = new WeakMap<Y.Doc, Mode>();

/** What is shown of suggestions upon the text of this page. */
export function useMode(statement: StatementView): Mode {
  const { text } = useShownText();
  const personId = useMe().data?.person.id ?? devicePerson() ?? '';
  let mode = modes.get(text);
  if (!mode) modes.set(text, (mode = new Mode(text, personId, statement)));
  const { subscribe, retain } = mode;
  const here = mode;
  useSyncExternalStore(subscribe, () => here.version);
  useEffect(() => retain(), [retain]);
  return mode;
}
