import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useSensor,
  useSensors,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core';
import { VisuallyHidden } from '@mantine/core';
import {
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../api/tasks-api';
import classes from './board.module.css';
import { boardId, Face } from './Card';
import type { Place } from './columns';
import { Held } from './held-card';
import { placeAt, placeBeyond, placeOf, rankIn } from './places';

/** The mouse moves a little before a card follows; a finger rests, so that it can scroll. Pixels, milliseconds. */
const mouse = { activationConstraint: { distance: 6 } };
const touch = { activationConstraint: { delay: 250, tolerance: 8 } };
const quiet = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

interface Props {
  cardBy: (id: string) => Task | undefined;
  onDrop: (task: Task, place: Place, byKeyboard: boolean) => void;
  children: ReactNode;
}

/**
 * Cards that are moved by mouse, finger and keyboard. To the library the board has one thing to drag, whichever card
 * that is at present: with each card of a thousand known to it, all would be drawn anew at each step.
 */
export function Dragging({ cardBy, onDrop, children }: Props) {
  const { t } = useTranslation('tasks');
  const held = useContext(Held);
  const board = useRef<HTMLDivElement>(null);
  /** What went down on a card, which may become a move or not. */
  const pressed = useRef<Pressed | null>(null);
  const [shown, setShown] = useState<Task | null>(null);
  const [said, setSaid] = useState('');

  const tell = useCallback(
    (key: 'held' | 'at' | 'dropped' | 'back') => {
      const { id, place } = held;
      const task = id === null ? undefined : cardBy(id);
      if (!board.current || !task || !place) return;
      const rank = rankIn(board.current, task.id, place);
      setSaid(t(`drag.${key}`, { title: task.title, column: t(`state.${place.state}`), ...rank }));
    },
    [held, cardBy, t],
  );
  const byArrows = useCallback<KeyboardCoordinateGetter>(
    (event) => {
      const { id, place } = held;
      const next = id && place && board.current && placeBeyond(board.current, event.code, id, place);
      if (!next) return undefined;
      event.preventDefault();
      held.move(next.place);
      tell('at');
      next.element.scrollIntoView?.({ block: 'nearest' });
      const { left, top, bottom } = next.element.getBoundingClientRect();
      return { x: left, y: next.place.after === null ? top : bottom };
    },
    [held, tell],
  );
  const sensors = useSensors(
    useSensor(MouseSensor, mouse),
    useSensor(TouchSensor, touch),
    useSensor(KeyboardSensor, { coordinateGetter: byArrows }),
  );
  const accessibility = useMemo(
    () => ({
      announcements: quiet,
      restoreFocus: false,
      screenReaderInstructions: { draggable: t('drag.how') },
    }),
    [t],
  );
  const end = (isDropped: boolean, byKeyboard: boolean) => {
    const { id, place } = held;
    const task = id === null ? undefined : cardBy(id);
    const begun = pressed.current?.place ?? null;
    const isElsewhere = place?.state !== begun?.state || place?.after !== begun?.after;
    const goes = isDropped && task && place && isElsewhere;
    if (!goes) held.move(begun);
    tell(goes ? 'dropped' : 'back');
    held.letGo();
    setShown(null);
    if (goes) onDrop(task, place, byKeyboard);
  };
  return (
    <DndContext
      id={boardId}
      sensors={sensors}
      accessibility={accessibility}
      collisionDetection={underPointer}
      onDragStart={() => {
        if (!pressed.current) return;
        held.hold(pressed.current.id, pressed.current.place);
        setShown(cardBy(pressed.current.id) ?? null);
        tell('held');
      }}
      onDragMove={({ collisions }) => {
        const point = collisions?.[0]?.data?.['point'] as { x: number; y: number } | undefined;
        if (point && board.current && held.id) held.move(placeAt(board.current, point, held.id));
      }}
      onDragEnd={({ activatorEvent }) => end(true, activatorEvent instanceof KeyboardEvent)}
      onDragCancel={({ activatorEvent }) => end(false, activatorEvent instanceof KeyboardEvent)}
    >
      <Grab board={board} pressed={pressed}>
        {children}
      </Grab>
      <DragOverlay dropAnimation={null}>
        {shown && (
          <div className={classes.overlay}>
            <Face task={shown} />
          </div>
        )}
      </DragOverlay>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </DndContext>
  );
}

/** The column below the pointer, which scrolls when one comes near its edge; and where the pointer is. */
const underPointer: CollisionDetection = ({
  pointerCoordinates: point,
  droppableContainers,
  droppableRects,
}) => {
  if (!point) return [];
  const over = droppableContainers.find(({ id }) => {
    const box = droppableRects.get(id);
    return box && box.left <= point.x && point.x <= box.right;
  });
  const { id } = over ?? droppableContainers[0] ?? {};
  return id === undefined ? [] : [{ id, data: { point } }];
};

interface Pressed {
  readonly id: string;
  readonly place: Place;
}

interface GrabProps {
  board: RefObject<HTMLDivElement | null>;
  pressed: RefObject<Pressed | null>;
  children: ReactNode;
}

/** The one thing to drag: the card that a key, a button or a finger is on when it goes down. */
function Grab({ board, pressed, children }: GrabProps) {
  const { listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({ id: 'card' });
  const begin = (name: 'onMouseDown' | 'onTouchStart' | 'onKeyDown') => (event: SyntheticEvent) => {
    const at = event.target instanceof Element ? event.target : null;
    const card = at?.closest<HTMLElement>('[data-loose]');
    const grip = at?.closest<HTMLElement>('[data-grip]');
    if (isDragging || !card || (name === 'onKeyDown' && !grip)) return;
    pressed.current = { id: card.dataset['card']!, place: placeOf(card) };
    setNodeRef(card);
    setActivatorNodeRef(grip ?? null);
    listeners?.[name]?.(event);
  };
  return (
    // The buttons on the cards are what has a role; this only listens for all of them.
    <div
      ref={board}
      className={classes.columns}
      onMouseDown={begin('onMouseDown')}
      onTouchStart={begin('onTouchStart')}
      onKeyDown={begin('onKeyDown')}
    >
      {children}
    </div>
  );
}
