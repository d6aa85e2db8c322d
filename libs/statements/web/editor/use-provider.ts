import {
  MemoryStore,
  openDeviceStore,
  PlenaryConnection,
  type DocumentProvider,
  type DocumentStore,
  type ProviderStatus,
} from '@plenary/ground/collab/client';
import { currentLook, sayThatSessionEnded } from '@plenary/ground/web';
import { documentOf, statementSchemaVersion } from '@plenary/statements/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
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

/** The provider's status, and whatever changes with it. */
export function useProviderStatus(provider: DocumentProvider): ProviderStatus {
  const subscribe = useCallback((listener: () => void) => provider.subscribe(listener), [provider]);
  return useSyncExternalStore(subscribe, () => provider.status);
}

/** One value of the provider that changes now and then, for instance the people. */
export function useProviderValue<Value>(
  provider: DocumentProvider,
  read: (provider: DocumentProvider) => Value,
): Value {
  const subscribe = useCallback((listener: () => void) => provider.subscribe(listener), [provider]);
  return useSyncExternalStore(subscribe, () => read(provider));
}
