import { answerOf, apiFor, commandHeaders, type components, type paths } from '@plenary/ground/web';
import type { Signal } from '@plenary/comments/domain';

/** Words that are accepted otherwise than they were suggested. */
export type OtherWords = components['schemas']['OtherWordsAtDto'];

const api = apiFor<paths>();
const of = (id: string) => ({ path: { id } });

/** What the server is told of suggestions, and what it answers. */
export const suggestionsApi = {
  begin: (statementId: string, body: { id: string; language: string }) =>
    answerOf(api.POST('/api/statements/{id}/suggestions', { params: of(statementId), body })),
  keep: (id: string, update: string) =>
    answerOf(api.PUT('/api/suggestions/{id}/layer', { params: of(id), body: { update } })),
  send: (id: string, reason: string) =>
    answerOf(api.POST('/api/suggestions/{id}/send', { params: of(id), body: { reason } })),
  get: (id: string, signal?: AbortSignal) =>
    answerOf(api.GET('/api/suggestions/{id}', { params: of(id), ...(signal ? { signal } : {}) })),
  list: (statementId: string, signal: AbortSignal) =>
    answerOf(api.GET('/api/statements/{id}/suggestions', { params: of(statementId), signal })),
  decided: (statementId: string, cursor: string | undefined, signal: AbortSignal) =>
    answerOf(
      api.GET('/api/statements/{id}/suggestions/decided', {
        params: { ...of(statementId), query: { cursor } },
        signal,
      }),
    ),
  signal: (id: string, signal: Signal | null) =>
    answerOf(api.PUT('/api/suggestions/{id}/signal', { params: of(id), body: { signal } })),
  accept: (id: string, wording?: number, otherwise: readonly OtherWords[] = []) =>
    answerOf(
      api.POST('/api/suggestions/{id}/accept', {
        params: of(id),
        body: wording === undefined ? {} : { wording, otherwise: [...otherwise] },
        headers: commandHeaders(),
      }),
    ),
  reject: (id: string, reason: string) =>
    answerOf(
      api.POST('/api/suggestions/{id}/reject', {
        params: of(id),
        body: { reason },
        headers: commandHeaders(),
      }),
    ),
  withdraw: (id: string) => answerOf(api.DELETE('/api/suggestions/{id}', { params: of(id) })),
  takeBack: (id: string) =>
    answerOf(api.POST('/api/suggestions/{id}/take-back', { params: of(id), headers: commandHeaders() })),
};
