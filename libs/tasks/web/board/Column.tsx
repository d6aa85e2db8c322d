import { useDroppable } from '@dnd-kit/core';
import { Button } from '@mantine/core';
import { useFormat } from '@plenary/ground/web';
import type { TaskState } from '@plenary/tasks/domain';
import { memo, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../api/tasks-api';
import classes from './board.module.css';
import { Card } from './Card';
import { useHeld } from './held-card';

/** So many cards at first, and so many more whenever the last one comes near. */
const part = 40;

interface Props {
  state: TaskState;
  cards: readonly Task[];
  /** Of those that are done: how many are not among the cards. */
  before: number;
  /** Some are left out by a filter. */
  isFiltered: boolean;
  onMove: (task: Task) => void;
}

/** The cards of one state. */
export const Column = memo(function Column({ state, cards, before, isFiltered, onMove }: Props) {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  const [most, setMost] = useState(part);
  const isMark = useHeld(({ place }) => place?.state === state && place.after === null);
  const heading = `column-${state}`;
  return (
    <section className={classes.column} data-state={state} aria-labelledby={heading}>
      <h2 id={heading} className={classes.name}>
        {t(`state.${state}`)} <span className={classes.count}>{format.number(cards.length + before)}</span>
      </h2>
      <Drop state={state} isMark={isMark}>
        {cards.slice(0, most).map((task) => (
          <Card key={task.id} task={task} onMove={onMove} />
        ))}
        {cards.length === 0 && (
          <li className={classes.none}>{t(isFiltered ? 'column.none-found' : `column.none.${state}`)}</li>
        )}
        {cards.length > most && (
          <More onMore={() => setMost((now) => now + part)} left={cards.length - most} />
        )}
        {before > 0 && cards.length <= most && (
          <li className={classes.none}>{t('column.before', { count: before })}</li>
        )}
      </Drop>
    </section>
  );
});

/** The library knows columns alone; it draws this anew at each step of a card, and the cards in it not. */
function Drop({ state, isMark, children }: { state: TaskState; isMark: boolean; children: ReactNode }) {
  const { setNodeRef } = useDroppable({ id: state });
  return (
    <ul ref={setNodeRef} className={classes.cards} data-column={state} data-mark={isMark || undefined}>
      {children}
    </ul>
  );
}

function More({ left, onMore }: { left: number; onMore: () => void }) {
  const { t } = useTranslation('tasks');
  const element = useRef<HTMLLIElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    if (typeof IntersectionObserver !== 'function') return;
    const observer = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && more.current(),
      { rootMargin: '600px' },
    );
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [left]);
  return (
    <li ref={element} className={classes.none}>
      <Button variant="default" size="xs" onClick={onMore}>
        {t('column.more', { count: left })}
      </Button>
    </li>
  );
}
