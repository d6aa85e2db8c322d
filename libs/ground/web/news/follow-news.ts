import { NoAnswer, Refusal, type PlenaryConnection } from '@plenary/ground/realtime/client';
import {
  newsLimits,
  newsNotices,
  newsRequests,
  type Followed,
  type NewsMessage,
} from '@plenary/ground/realtime/protocol';
import type { QueryClient } from '@tanstack/react-query';
import { NewsGatherer } from './news-gatherer';
import { askAnew } from './refresh';
import { followedBy, holds, shownBy } from './shown';

/** Answers that are younger when the line first comes up are not asked for again: the server tells what is recent. */
const young = 8_000;
/** The line is dead when a knock is not answered within so many milliseconds. */
const knockWithin = 4_000;

const keyOf = ({ kind, id }: Followed): string => `${kind}/${id ?? ''}`;

/**
 * Keeps what is on screen fresh: follows what the queries on screen show, asks anew for what something happened to, and
 * for everything after the line was broken.
 */
export function followNews(queries: QueryClient, line: PlenaryConnection, me: string): () => void {
  const followed = new Map<string, Followed>();
  const gatherer = new NewsGatherer(queries, me);
  let wasUp = false;
  let isDue = false;
  let isOver = false;

  const wanted = (): Map<string, Followed> => {
    const active = queries
      .getQueryCache()
      .getAll()
      .filter((query) => query.isActive());
    const shown = active.flatMap((query) => followedBy(query, me));
    return new Map(shown.map((each) => [keyOf(each), each] as const).slice(0, newsLimits.subjectsPerSocket));
  };

  const say = async (name: string, subjects: readonly Followed[]): Promise<void> => {
    for (let at = 0; at < subjects.length; at += newsLimits.subjectsPerMessage)
      await line.ask(name, { subjects: subjects.slice(at, at + newsLimits.subjectsPerMessage) });
  };

  /** Tells the server the difference between what is shown and what it knows. */
  const tell = async (): Promise<void> => {
    isDue = false;
    if (isOver || !line.isUp) return;
    const now = wanted();
    const gone = [...followed.values()].filter((each) => !now.has(keyOf(each)));
    const come = [...now.values()].filter((each) => !followed.has(keyOf(each)));
    gone.forEach((each) => followed.delete(keyOf(each)));
    come.forEach((each) => followed.set(keyOf(each), each));
    // Nobody will say when it changes: whoever comes back to it asks.
    if (gone.length > 0) forget(gone);
    try {
      await Promise.all([say(newsRequests.unfollow, gone), say(newsRequests.follow, come)]);
    } catch (reason) {
      // Without an answer the line is broken, and everything is said anew on the next one.
      if (reason instanceof NoAnswer) return line.restart();
      if (!(reason instanceof Refusal)) throw reason;
      come.forEach((each) => followed.delete(keyOf(each)));
      line.watch.after(Number(reason.params['retryAfterMs'] ?? 10_000), () => void tell());
    }
  };

  const forget = (gone: readonly Followed[]): void => {
    void queries.invalidateQueries({
      type: 'inactive',
      refetchType: 'none',
      predicate: (query) => shownBy(query, me).some((each) => gone.some((one) => holds(one, each))),
    });
  };

  /** At the end of this turn: a page that opens has said by then all that it shows. */
  const soon = (): void => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => void tell());
  };

  const up = (): void => {
    followed.clear();
    soon();
    const before = Date.now() - young;
    const all = wasUp;
    wasUp = true;
    // What was asked for in vain while the server was away has no answer at all.
    void askAnew(
      queries,
      ({ state: { status, dataUpdatedAt: at } }) => all || status === 'error' || (at > 0 && at < before),
    );
  };

  /** A page that slept, or whose network went away for a moment, finds out at once whether the line still lives. */
  const knock = (): void => {
    if (document.visibilityState !== 'visible' || !line.isUp) return;
    line.ask(newsRequests.follow, { subjects: [] }, knockWithin).catch((reason: unknown) => {
      if (reason instanceof NoAnswer) line.restart();
    });
  };

  // Where the browser knows that there is no network, the line is down, whatever it still looks like.
  const drop = () => line.restart();

  document.addEventListener('visibilitychange', knock);
  addEventListener('offline', drop);
  addEventListener('online', knock);
  const offs = [
    queries.getQueryCache().subscribe(soon),
    line.onLine(up, () => followed.clear()),
    line.onMessage<NewsMessage>(newsNotices.news, (news) => gatherer.take(news)),
    () => document.removeEventListener('visibilitychange', knock),
    () => removeEventListener('online', knock),
    () => removeEventListener('offline', drop),
    () => gatherer.close(),
  ];
  if (line.isUp) up();
  return () => {
    isOver = true;
    offs.forEach((off) => off());
  };
}
