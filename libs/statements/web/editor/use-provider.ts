import {
  MemoryStore,
  openDeviceStore,
  PlenaryConnection,
  type DocumentProvider,
  type DocumentStore,
} from '@plenary/ground/collab/client';
import { currentLook, sayThatSessionEnded } from '@plenary/ground/web';
import { documentOf, statementSchemaVersion } from '@plenary/statements/domain';
import { shallowEqual } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { statementKey, statementsKey } from '../api/statements-api';

/** Opens a statement's text for a person: from this device at once, from the server as soon as there is a line. */
export function useProvider(statementId: string, personId: string): DocumentProvider | null {
  const [provider, setProvider] = useState<DocumentProvider | null>(null);
  const queries = useQueryClient();

  useEffect(() => {
    let isOpen = true;
    let store: DocumentStore | null = null;
    const look = currentLook();
    const connection = new PlenaryConnection(look ? { look: look.id } : {});
    connection.onEnded(sayThatSessionEnded);
    connection.onEvent(({ name, subject }) => {
      if (subject.kind === 'statement')
        void queries.invalidateQueries({ queryKey: statementKey(subject.id) });
      if (name.startsWith('statement.')) void queries.invalidateQueries({ queryKey: statementsKey });
    });
    const open = async () => {
      // Whoever looks as somebody keeps none of it on the device.
      store = look ? new MemoryStore() : await openDeviceStore(personId);
      const options = { schema: statementSchemaVersion, store };
      if (!isOpen) return;
      const opened = await connection.open(documentOf(statementId), options);
      if (isOpen) setProvider(opened);
    };
    void open();
    return () => {
      isOpen = false;
      setProvider(null);
      connection.close();
      // What is being written to the device is finished first.
      setTimeout(() => store?.close(), 1_000);
    };
  }, [statementId, personId, queries]);

  return provider;
}

/** What is read of the provider; a record that says the same as before is the same, so that nothing is drawn for it. */
export function useProviderValue<Value>(
  provider: DocumentProvider,
  read: (provider: DocumentProvider) => Value,
): Value {
  const last = useRef<Value | null>(null);
  const subscribe = useCallback((listener: () => void) => provider.subscribe(listener), [provider]);
  return useSyncExternalStore(subscribe, () => {
    const now = read(provider);
    if (!shallowEqual(last.current, now)) last.current = now;
    return last.current as Value;
  });
}
