import { taskStates, type TaskState } from '@plenary/tasks/domain';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, Task } from '../api/tasks-api';
import { useMoveCard, useMovedCards } from '../api/use-move-card';
import classes from './board.module.css';
import { BoardFilters } from './BoardFilters';
import { Column } from './Column';
import { columnsOf, type CardFilter, type Columns, type Place } from './columns';
import { Dragging } from './Dragging';
import { Held, HeldCard } from './held-card';
import { MoveTo } from './MoveTo';

const all: CardFilter = { words: '', who: '' };

/** Four columns of cards; on a phone one of them at a time. */
export function BoardView({ board, groupId }: { board: Board; groupId: string | null }) {
  const { t } = useTranslation('tasks');
  const [held] = useState(() => new HeldCard());
  const [filter, setFilter] = useState(all);
  const [shown, setShown] = useState<TaskState>('to_do');
  const [moving, setMoving] = useState<Task | null>(null);
  const { mutate: move } = useMoveCard(groupId);
  const cards = useMovedCards(groupId, board.cards);
  const columns = useColumns(cards, filter);
  const isFiltered = filter.words !== '' || filter.who !== '';
  const focusSoon = useFocusAfterMove(columns);

  const byId = useRef(cards);
  useEffect(() => {
    byId.current = cards;
  });
  const cardBy = useCallback((id: string) => byId.current.find((card) => card.id === id), []);
  const to = useCallback(
    ({ id, title }: Task, place: Place) =>
      move({ id, title, ...(place.state === 'done' ? { state: place.state } : place) }),
    [move],
  );
  return (
    <Held.Provider value={held}>
      <BoardFilters cards={cards} value={filter} onChange={setFilter} />
      <div className={classes.tabs} role="group" aria-label={t('columns')}>
        {taskStates.map((state) => (
          <button
            key={state}
            type="button"
            className={classes.tab}
            aria-pressed={state === shown}
            onClick={() => setShown(state)}
          >
            {t(`state.${state}`)} <span className={classes.count}>{columns[state].length}</span>
          </button>
        ))}
      </div>
      <div className={classes.board} data-shown={shown}>
        <Dragging
          cardBy={cardBy}
          onDrop={(task, place, byKeyboard) => {
            if (byKeyboard) focusSoon(task.id, 'grip');
            to(task, place);
          }}
        >
          {taskStates.map((state) => (
            <Column
              key={state}
              state={state}
              cards={columns[state]}
              before={state === 'done' && !isFiltered ? board.doneBefore : 0}
              isFiltered={isFiltered}
              onMove={setMoving}
            />
          ))}
        </Dragging>
      </div>
      <MoveTo
        task={moving}
        columns={columns}
        onClose={() => setMoving(null)}
        onMove={(task, place) => {
          focusSoon(task.id, 'move');
          setShown(place.state);
          to(task, place);
        }}
      />
    </Held.Provider>
  );
}

function useColumns(cards: readonly Task[], filter: CardFilter): Columns {
  const before = useRef<Columns | null>(null);
  const columns = useMemo(() => columnsOf(cards, filter, before.current), [cards, filter]);
  useEffect(() => {
    before.current = columns;
  }, [columns]);
  return columns;
}

/** A card in another column is another element: whoever moved it by keys goes on from there. */
function useFocusAfterMove(columns: Columns) {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const element = document.querySelector<HTMLElement>(wanted.current);
    wanted.current = null;
    element?.focus();
  }, [columns]);
  return useCallback((id: string, tool: 'grip' | 'move') => {
    wanted.current = `[data-card="${CSS.escape(id)}"] [data-${tool}]`;
  }, []);
}
