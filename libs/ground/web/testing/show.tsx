import '@testing-library/jest-dom';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
  type AnyRouter,
} from '@tanstack/react-router';
import { fireEvent, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { makeQueryClient, Notices, PlenaryProvider, startWords, type RoomWords } from '..';
import { groundWords, houseOf } from './words-of';

/** What the server says to `GET /api/me` and so on; a function sees the request, and may take its time. */
export type Answers = Record<
  string,
  ServerAnswer | ((said: { url: URL; body: unknown }) => ServerAnswer | Promise<ServerAnswer>)
>;
interface ServerAnswer {
  status?: number;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** A refusal as the server words it. */
export const refusal = (status: number, code: string, params = {}): ServerAnswer => ({
  status,
  body: { error: { code, params, requestId: 'request-1' } },
});

/** Stands in for the network, never for our own code. The answer lists what was asked, in order. */
export function serverSays(answers: Answers): { method: string; path: string; body: unknown }[] {
  const asked: { method: string; path: string; body: unknown }[] = [];
  globalThis.fetch = (async (request: Request) => {
    const url = new URL(request.url);
    const text = await request.text();
    const body = bodyIn(text);
    asked.push({ method: request.method, path: url.pathname + url.search, body });
    const answer = answers[`${request.method} ${url.pathname}`] ?? refusal(404, 'request.not-found');
    const said = typeof answer === 'function' ? await answer({ url, body }) : answer;
    const status = said.status ?? 200;
    return new Response(said.body === undefined ? null : JSON.stringify(said.body), {
      status,
      headers: { 'content-type': 'application/json', ...said.headers },
    });
  }) as typeof fetch;
  globalThis.XMLHttpRequest = Upload as unknown as typeof XMLHttpRequest;
  return asked;
}

/** For pages that send files: jsdom's own are none for a `Request`. */
export function withFiles(): void {
  Object.assign(globalThis, (globalThis as unknown as { ofRequests: object }).ofRequests);
}

/** The other road, by which files go out, ends at the same server. */
class Upload {
  readonly upload = {};
  readonly headers = new Headers();
  onload: () => void = () => undefined;
  onerror: () => void = () => undefined;
  status = 0;
  response: Blob | null = null;
  private where = { method: '', url: '' };

  open(method: string, url: string): void {
    this.where = { method, url };
  }

  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }

  getAllResponseHeaders = () => 'content-type: application/json';
  abort = () => undefined;

  send(body: Blob): void {
    const { method, url } = this.where;
    fetch(new Request(url, { method, headers: this.headers, body })).then(
      async (answer) => {
        [this.status, this.response] = [answer.status, await answer.blob()];
        this.onload();
      },
      () => this.onerror(),
    );
  }
}

/** A form with a file is left as the page wrote it. */
function bodyIn(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return text;
  }
}

/** English words of the house, before anything is shown. */
export const giveWords = (words: Record<string, RoomWords>) =>
  startWords(houseOf({ ...groundWords(), ...words }), 'en');

/**
 * Shows a screen as the house would: with words, theme, queries, an address. `path` names the parts of the address, as
 * `/groups/$id` does. The screen stays wherever it leads; `address` says where that is.
 */
export async function show(screen: ReactNode, words: Record<string, RoomWords>, at = '/', path = '/') {
  await giveWords(words);
  const root = createRootRoute({ component: () => screen });
  const page = createRoute({ getParentRoute: () => root, path, component: () => null });
  const router: AnyRouter = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: [at] }),
    defaultNotFoundComponent: () => null,
  });
  await router.load();
  const queries = makeQueryClient();
  const shown = render(
    <PlenaryProvider>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Notices />
      </QueryClientProvider>
    </PlenaryProvider>,
  );
  // What cases before this one had said is not found among its own.
  for (const old of shown.container.querySelectorAll('[role=log] [aria-label="Close"]')) fireEvent.click(old);
  // Where a spec brings the news.
  return { ...shown, queries, address: () => router.state.location.href };
}
