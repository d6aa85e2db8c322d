import { notices } from '@plenary/ground/collab/protocol';
import type {
  ClosedMessage,
  PresenceMessage,
  RightMessage,
  UpdatesMessage,
} from '@plenary/ground/collab/protocol';
import type { PlenaryConnection } from '@plenary/ground/realtime/client';
import { DocumentProvider } from './document-provider.js';
import type { OpenOptions } from './open-options.js';

/** The documents that are open on each line, by name. */
const openOn = new WeakMap<PlenaryConnection, Map<string, DocumentProvider>>();

/**
 * Opens a document on a line. Resolves once the copy on this device is loaded, also without a network; `synced()` of
 * the answer tells when the server's text is in.
 */
export async function openDocument(
  connection: PlenaryConnection,
  document: string,
  options: OpenOptions,
): Promise<DocumentProvider> {
  const open = openOn.get(connection) ?? listenOn(connection);
  if (open.has(document)) throw new Error(`${document} is open on this connection already`);
  const provider = new DocumentProvider(connection, document, options, {
    onClosed: () => open.delete(document),
    isOpen: () => open.has(document),
  });
  open.set(document, provider);
  options.signal?.addEventListener('abort', () => provider.close());
  await provider.load();
  return provider;
}

/** What the server says of documents goes to the one it is about. */
function listenOn(connection: PlenaryConnection): Map<string, DocumentProvider> {
  const open = new Map<string, DocumentProvider>();
  openOn.set(connection, open);
  const hear = <Message extends { document: string }>(
    name: string,
    tell: (provider: DocumentProvider, message: Message) => void,
  ) =>
    connection.onMessage<Message>(name, (message) => {
      const provider = open.get(message.document);
      if (provider) tell(provider, message);
    });
  hear<UpdatesMessage>(notices.updates, (provider, message) => provider.onUpdates(message));
  hear<PresenceMessage>(notices.presence, (provider, message) => provider.onPresence(message));
  hear<RightMessage>(notices.right, (provider, { right }) => provider.onRight(right));
  hear<ClosedMessage>(notices.closed, (provider, { code }) => provider.onClosed(code));
  connection.onClose(() => [...open.values()].forEach((provider) => provider.close()));
  return open;
}
