import type { Outcome } from '@plenary/comments/domain';
import { answerOf, commandHeaders } from '@plenary/ground/web';
import { useMutation } from '@tanstack/react-query';
import { api } from './threads-api';
import { useThreadsRefresh } from './shows-threads';

/** A change to what is there already; threads are asked for anew, whether it was made or refused. */
function useAct<Said, Answer>(mutationFn: (said: Said) => Promise<Answer>) {
  const onSettled = useThreadsRefresh();
  return useMutation({ mutationFn, onSettled });
}

export const useEditComment = (id: string) =>
  useAct((body: { text: string; language: string }) =>
    answerOf(api.PATCH('/api/comments/{id}', { params: { path: { id } }, body, headers: commandHeaders() })),
  );

export const useDeleteComment = (id: string) =>
  useAct(() =>
    answerOf(api.DELETE('/api/comments/{id}', { params: { path: { id } }, headers: commandHeaders() })),
  );

/** Without a text the translation is taken away. */
export const useTranslateComment = (id: string) =>
  useAct(({ language, text }: { language: string; text: string | null }) => {
    const path = '/api/comments/{id}/translations/{language}' as const;
    const params = { path: { id, language } };
    return text === null
      ? answerOf(api.DELETE(path, { params, headers: commandHeaders() }))
      : answerOf(api.PUT(path, { params, body: { text }, headers: commandHeaders() }));
  });

export const useResolveThread = (id: string) =>
  useAct((body: { outcome: Outcome; note: string }) =>
    answerOf(
      api.PUT('/api/threads/{id}/outcome', { params: { path: { id } }, body, headers: commandHeaders() }),
    ),
  );

export const useReopenThread = (id: string) =>
  useAct(() =>
    answerOf(
      api.DELETE('/api/threads/{id}/outcome', { params: { path: { id } }, headers: commandHeaders() }),
    ),
  );
