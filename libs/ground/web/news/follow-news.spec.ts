import { stopwatch } from '@plenary/ground/kernel';
import type { PlenaryConnection } from '@plenary/ground/realtime/client';
import { newsRequests, type Followed, type NewsMessage } from '@plenary/ground/realtime/protocol';
import { QueryObserver, type QueryClient } from '@tanstack/react-query';
import { makeQueryClient } from '../offline/query-cache';
import { followNews } from './follow-news';
import { refresh } from './refresh';
import { shows, type Shown } from './shown';

/** A line on which a spec is the server. */
class ScriptedLine {
  isUp = true;
  readonly watch = stopwatch;
  readonly asked: [name: string, subjects: readonly Followed[]][] = [];
  private up: () => void = () => undefined;
  private down: () => void = () => undefined;
  private news: (message: NewsMessage) => void = () => undefined;

  ask(name: string, { subjects }: { subjects: readonly Followed[] }): Promise<object> {
    if (subjects.length > 0) this.asked.push([name, subjects]);
    return Promise.resolve({});
  }
  onLine(up: () => void, down: () => void) {
    [this.up, this.down] = [up, down];
    return () => undefined;
  }
  onMessage(_name: string, listener: (message: NewsMessage) => void) {
    this.news = listener;
    return () => undefined;
  }
  says(message: Partial<NewsMessage> & Pick<NewsMessage, 'subject'>): void {
    this.news({ name: 'lamp.lit', ...message });
  }
  breaks(): void {
    this.isUp = false;
    this.down();
    this.isUp = true;
    this.up();
  }
}

describe('what is on screen is kept fresh', () => {
  let queries: QueryClient;
  let line: ScriptedLine;
  let stop: () => void;
  let fetched: string[];

  beforeEach(() => {
    jest.useFakeTimers();
    queries = makeQueryClient();
    line = new ScriptedLine();
    fetched = [];
    stop = followNews(queries, line as unknown as PlenaryConnection, 'amara');
  });
  afterEach(() => {
    stop();
    queries.clear();
    jest.useRealTimers();
  });

  /** Puts a query on screen; the answer takes it away. */
  async function show(name: string, shown: Shown): Promise<() => void> {
    const observer = new QueryObserver(queries, {
      queryKey: [name],
      queryFn: () => {
        fetched.push(name);
        return Promise.resolve(name);
      },
      meta: shows(...shown),
    });
    const close = observer.subscribe(() => undefined);
    await passes();
    return close;
  }
  const passes = (milliseconds = 0) => jest.advanceTimersByTimeAsync(milliseconds);
  const lamp = { kind: 'lamp', id: 'one' };

  it('follows what is shown, and nothing twice; leaves it when it is gone', async () => {
    const close = await show('one', [lamp, { kind: 'door' }]);
    await show('same', [lamp]);
    expect(line.asked).toEqual([[newsRequests.follow, [lamp, { kind: 'door' }]]]);
    close();
    await passes();
    expect(line.asked.slice(1)).toEqual([[newsRequests.unfollow, [{ kind: 'door' }]]]);
    // Nobody will say when it changes, so whoever comes back asks.
    await show('one', [lamp, { kind: 'door' }]);
    expect(fetched).toEqual(['one', 'same', 'one']);
  });

  it('asks anew for what shows the subject, one of its kind, or the person', async () => {
    await show('one', [lamp]);
    await show('list', [{ kind: 'lamp' }]);
    await show('other', [{ kind: 'lamp', id: 'two' }]);
    await show('me', [{ kind: 'person', id: 'me' }]);
    await show('mine', [{ kind: 'organisation', id: 'mine' }]);
    expect(line.asked.flatMap(([, subjects]) => subjects)).toContainEqual({ kind: 'person', id: 'amara' });
    expect(line.asked.flatMap(([, subjects]) => subjects.map(({ kind }) => kind))).not.toContain(
      'organisation',
    );
    fetched = [];
    line.says({ subject: lamp });
    await passes(1_000);
    expect(fetched).toEqual(['one', 'list']);
    line.says({ subject: { kind: 'person', id: 'amara' } });
    line.says({ subject: { kind: 'organisation', id: 'hers' } });
    await passes(1_000);
    expect(fetched).toEqual(['one', 'list', 'me', 'mine']);
    await refresh(queries, [{ kind: 'lamp' }], 'amara');
    expect(fetched.slice(4)).toEqual(['one', 'list', 'other']);
  });

  it('asks once more where the first answer was still on its way', async () => {
    let answer: (said: string) => void = () => undefined;
    const asked = jest.fn(() => new Promise<string>((resolve) => (answer = resolve)));
    const observer = new QueryObserver(queries, { queryKey: ['slow'], queryFn: asked, meta: shows(lamp) });
    observer.subscribe(() => undefined);
    await passes();
    line.says({ subject: lamp });
    await passes();
    answer('of before');
    await passes();
    expect(asked).toHaveBeenCalledTimes(2);
    answer('of now');
    await passes();
    expect(observer.getCurrentResult().data).toBe('of now');
  });

  it('acts at once on the first word, and takes a flood together', async () => {
    await show('list', [{ kind: 'lamp' }]);
    fetched = [];
    line.says({ subject: lamp });
    await passes();
    expect(fetched).toHaveLength(1);
    for (let lit = 0; lit < 500; lit++) line.says({ subject: { kind: 'lamp', id: String(lit) } });
    await passes(1_000);
    expect(fetched).toHaveLength(2);
  });

  it('waits a part of the time in which many ask, and never longer', async () => {
    await show('list', [{ kind: 'lamp' }]);
    fetched = [];
    const random = jest.spyOn(Math, 'random').mockReturnValue(0.5);
    line.says({ subject: lamp, within: 600 });
    await passes(299);
    expect(fetched).toEqual([]);
    await passes(2);
    expect(fetched).toEqual(['list']);
    random.mockRestore();
  });

  it('asks for everything when it may see other things, and after the line was broken', async () => {
    await show('one', [lamp]);
    await show('silent', []);
    fetched = [];
    line.says({ subject: { kind: 'person', id: 'amara' }, anew: true });
    await passes(1_000);
    expect(fetched.sort()).toEqual(['one', 'silent']);
    line.asked.length = 0;
    fetched = [];
    line.breaks();
    await passes();
    expect(fetched.sort()).toEqual(['one', 'silent']);
    expect(line.asked).toEqual([[newsRequests.follow, [lamp]]]);
  });
});
