import { newId } from '@plenary/ground/kernel';
import { HttpClient, Ledger, within } from '@plenary/ground/testing';
import { peopleWithTokens } from '@plenary/organisations/testing';
import { openStatement, pause, textOf, write, type CoWriter } from './co-writers.js';

interface Demo {
  readonly roleKey: string;
  readonly email: string;
  readonly password: string;
}

/** A personal token of somebody with this role in the sample coalition, and the coalition's statement. */
export async function tokenAt(
  url: string,
  role = 'penholder',
): Promise<{ token: string; statement: string }> {
  const client = new HttpClient(url);
  const { body: demo } = await client.get('/api/demo');
  const { email, password } = demo.items.find((each: Demo) => each.roleKey === role);
  await client.post('/api/session', { email, password });
  const { body } = await client.post('/api/me/tokens', {
    name: 'Drill',
    scope: 'write',
    expiresInDays: 1,
    password,
  });
  const { body: statements } = await client.get('/api/statements');
  return { token: body.token, statement: statements.items[0].id };
}

/** People who type into the sample coalition's statement, each word when the one before is saved. */
export class TypingPeople {
  readonly ledger = new Ledger();
  readonly writers: CoWriter[] = [];
  /** Begins each of their words, so that no two groups of people write the same one. */
  private readonly run = newId().slice(-6);
  private over = false;
  private typing: Promise<void>[] = [];

  private constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly statement: string,
  ) {}

  /** Each is a person of their own. `urls`: where each of them connects to, in turn. */
  static async at(
    server: { readonly url: string; readonly dataDir: string },
    count: number,
    urls: readonly string[] = [server.url],
  ): Promise<TypingPeople> {
    const { token, statement } = await tokenAt(server.url);
    const people = new TypingPeople(server.url, token, statement);
    for (const [place, own] of (await peopleWithTokens(server, count)).entries()) {
      people.writers.push(await openStatement(urls[place % urls.length]!, own, statement));
    }
    await Promise.all(people.writers.map(({ provider }) => provider.synced()));
    return people;
  }

  begin(everyMs = 100): void {
    this.over = false;
    this.typing = this.writers.map((writer, place) =>
      this.type(writer, `${place}-${this.ledger.size}`, everyMs),
    );
  }

  /** Resolves with true once so many more words were told as saved. */
  grown(by: number, withinMs = 20_000): Promise<boolean> {
    const from = this.ledger.size;
    return within(withinMs, () => this.ledger.size >= from + by);
  }

  /** Stops typing; resolves once the last words are saved. */
  async end(): Promise<void> {
    this.over = true;
    await Promise.all(this.typing);
  }

  /** What the ledger says of everybody's text, and of a newcomer's, once they have had time to become equal. */
  async check(equalWithin = 10_000): Promise<ReturnType<Ledger['check']>> {
    await within(equalWithin, () => new Set(this.writers.map(textOf)).size === 1);
    const late = await openStatement(this.url, this.token, this.statement);
    await late.provider.synced();
    const texts = [late, ...this.writers].map(textOf);
    late.connection.close();
    return this.ledger.check(texts);
  }

  /** Milliseconds until everybody holds the same text; Infinity when that takes too long. */
  async equalAfter(atMost: number): Promise<number> {
    const begun = performance.now();
    const equal = await within(atMost, () => new Set(this.writers.map(textOf)).size === 1);
    return equal ? performance.now() - begun : Infinity;
  }

  close(): void {
    this.over = true;
    this.writers.forEach(({ connection }) => connection.close());
  }

  private async type(writer: CoWriter, place: string, everyMs: number): Promise<void> {
    for (let i = 0; !this.over; i++) {
      const word = ` ${this.run}p${place}x${i};`;
      write(writer, word);
      try {
        await writer.provider.saved();
      } catch {
        return;
      }
      this.ledger.note(word);
      await pause(everyMs * (0.5 + Math.random()));
    }
  }
}
