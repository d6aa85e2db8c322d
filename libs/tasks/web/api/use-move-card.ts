import { answerOf, say, sentenceFor, asApiError, useRefresh } from '@plenary/ground/web';
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { moved, type Move } from '../board/columns';
import { api, type Board } from './tasks-api';
import { boardKey } from './use-board';

const moveKey = (groupId: string | null) => ['move-card', groupId] as const;

/** Moves a card of a board. One that is refused stands where it stood, and the refusal is said. */
export function useMoveCard(groupId: string | null) {
  const { t, i18n } = useTranslation('tasks');
  const queries = useQueryClient();
  const refresh = useRefresh({ kind: 'task' });
  const mutationKey = moveKey(groupId);
  return useMutation({
    mutationKey,
    mutationFn: ({ id, state, after }: Move) =>
      answerOf(
        api.PUT('/api/tasks/{id}/place', {
          params: { path: { id } },
          body: after === undefined ? { state } : { state, after },
        }),
      ),
    onSuccess: ({ rank, doneAt, changedAt, may }, move) =>
      queries.setQueryData<Board>(
        boardKey(groupId),
        (board) => board && { ...board, cards: moved(board.cards, move, { rank, doneAt, changedAt, may }) },
      ),
    onError: (error, { title }) => {
      const { code, params } = asApiError(error);
      say(`${t('move.refused', { title })} ${sentenceFor(i18n, code, params)}`, { tone: 'problem' });
    },
    // Of several that are under way, the last one asks; nothing waits for it, least of all the way back.
    onSettled: () => {
      if (queries.isMutating({ mutationKey }) === 1) void refresh();
    },
  });
}

/** The board as it will be: with the moves that are on their way. */
export function useMovedCards(groupId: string | null, cards: Board['cards']): Board['cards'] {
  const underWay = useMutationState({
    filters: { mutationKey: moveKey(groupId), status: 'pending' },
    select: (mutation) => mutation.state.variables as Move,
  });
  return useMemo(() => underWay.reduce((found, move) => moved(found, move), cards), [underWay, cards]);
}
