import { openDocument, type DocumentProvider } from '@plenary/ground/collab/client';
import { PlenaryConnection } from '@plenary/ground/realtime/client';
import { documentOf, statementSchemaVersion } from '@plenary/statements/domain';
import { write as writeInto, type StatementsUnderTest } from '@plenary/statements/testing';

export { within } from '@plenary/ground/testing';

/** People at open statements, each on a socket of their own. */
export class LiveTexts {
  private readonly connections = new Map<DocumentProvider, PlenaryConnection>();

  constructor(private readonly rooms: StatementsUnderTest) {}

  /** Opens a statement's text as this person; `synced()` of the answer tells whether the server let them in. */
  async open(
    personId: string,
    statementId: string,
    scope: 'read' | 'write' = 'write',
  ): Promise<DocumentProvider> {
    const visitor = await this.rooms.as(personId);
    const { body } = await visitor.post('me/tokens', {
      name: 'A script',
      scope,
      expiresInDays: 1,
      password: 'resist-reclaim-realise',
    });
    return this.openBy(body.token as string, statementId);
  }

  /** By a key that is there already. */
  async openBy(token: string, statementId: string): Promise<DocumentProvider> {
    const connection = new PlenaryConnection({ url: this.rooms.url, token });
    const provider = await openDocument(connection, documentOf(statementId), {
      schema: statementSchemaVersion,
    });
    this.connections.set(provider, connection);
    return provider;
  }

  /** The next time that the server does not let this line in. */
  refused(provider: DocumentProvider): Promise<void> {
    const { socket } = this.connections.get(provider)!;
    return new Promise((heard) => socket.once('connect_error', () => heard()));
  }

  /** Takes the line away; the answer gives it back. */
  offline(provider: DocumentProvider): () => void {
    const { socket } = this.connections.get(provider)!;
    socket.disconnect();
    return () => void socket.connect();
  }

  close(): void {
    for (const connection of this.connections.values()) connection.close();
    this.connections.clear();
  }
}

/** Adds words to the end of the first paragraph. */
export function write(provider: DocumentProvider, words: string): void {
  writeInto({ provider }, words);
}
