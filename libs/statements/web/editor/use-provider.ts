import {
  MemoryStore,
  openDeviceStore,
  openDocument,
  type DocumentProvider,
  type DocumentStore,
} from '@plenary/ground/collab/client';
import { currentImpersonation, theLine } from '@plenary/ground/web';
import { documentOf, statementSchemaVersion } from '@plenary/statements/domain';
import { shallowEqual } from '@mantine/hooks';
import { saysTheSame } from './use-derived';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';

/** Opens a statement's text for a person, on the tab's line: from this device at once, from the server as soon as there is a line. */
export function useProvider(statementId: string, personId: string): DocumentProvider | null {
  const [provider, setProvider] = useState<DocumentProvider | null>(null);

  useEffect(() => {
    const page = new AbortController();
    const { signal } = page;
    let store: DocumentStore | null = null;
    const open = async () => {
      const line = await theLine();
      // Whoever impersonates somebody keeps none of it on the device.
      store = currentImpersonation() ? new MemoryStore() : await openDeviceStore(personId);
      if (signal.aborted) return store.close();
      const options = { schema: statementSchemaVersion, store, signal };
      const opened = await openDocument(line, documentOf(statementId), options);
      if (!signal.aborted) setProvider(opened);
    };
    void open();
    return () => {
      page.abort();
      setProvider(null);
      // What is being written to the device is finished first.
      setTimeout(() => store?.close(), 1_000);
    };
  }, [statementId, personId]);

  return provider;
}

/** What is read of the provider; what says the same as before is the same, so that nothing is drawn for it. */
export function useProviderValue<Value>(
  provider: DocumentProvider,
  read: (provider: DocumentProvider) => Value,
): Value {
  const last = useRef<Value | null>(null);
  const subscribe = useCallback((listener: () => void) => provider.subscribe(listener), [provider]);
  return useSyncExternalStore(subscribe, () => {
    const now = read(provider);
    if (!shallowEqual(last.current, now) && !saysTheSame(last.current, now)) last.current = now;
    return last.current as Value;
  });
}
