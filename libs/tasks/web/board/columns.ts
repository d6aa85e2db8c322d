import type { Task } from '../api/tasks-api';
import type { TaskState } from '@plenary/tasks/domain';

/** A place on the board: behind which card of a column, null in front of all. */
export interface Place {
  readonly state: TaskState;
  readonly after: string | null;
}

export interface Move {
  readonly id: string;
  readonly title: string;
  readonly state: TaskState;
  /** Absent behind all others. */
  readonly after?: string | null;
}

export type Columns = Readonly<Record<TaskState, readonly Task[]>>;

export interface CardFilter {
  readonly words: string;
  /** A person's id, `mine` for what the reader is responsible for, `nobody` for what nobody has. */
  readonly who: string;
}

/** Cards with one of them elsewhere. All others stay the same objects, so that only what moved is drawn anew. */
export function moved(
  cards: readonly Task[],
  { id, state, after }: Pick<Move, 'id' | 'state' | 'after'>,
  known: Partial<Task> = {},
): Task[] {
  const card = cards.find((each) => each.id === id);
  if (!card) return [...cards];
  const others = cards.filter((each) => each.id !== id);
  const column = others.filter((each) => each.state === state);
  const front = column.length > 0 ? others.indexOf(column[0]!) : others.length;
  const behind = others.findIndex((each) => each.id === after && each.state === state);
  const end = column.length > 0 ? others.indexOf(column.at(-1)!) + 1 : others.length;
  // The last ones that were done stand first, wherever they were put.
  const at = state === 'done' || after === null ? front : behind < 0 ? end : behind + 1;
  return others.toSpliced(at, 0, { ...card, ...known, state });
}

const matches = (task: Task, { words, who }: CardFilter): boolean =>
  (who === '' ||
    (who === 'mine' && task.isMine) ||
    (who === 'nobody' && task.people.length === 0 && task.organisation === null) ||
    task.people.some(({ personId }) => personId === who)) &&
  (words === '' ||
    [task.title, task.organisation?.name ?? '', ...task.people.map(({ name }) => name)]
      .join('\n')
      .toLocaleLowerCase()
      .includes(words.toLocaleLowerCase()));

/** A column in which nothing changed is the one that it was. */
export function columnsOf(cards: readonly Task[], filter: CardFilter, before: Columns | null): Columns {
  const found: Record<TaskState, Task[]> = { to_do: [], doing: [], waiting: [], done: [] };
  for (const card of cards) if (matches(card, filter)) found[card.state].push(card);
  const kept = (state: TaskState) => {
    const old = before?.[state];
    const now = found[state];
    return old && old.length === now.length && now.every((card, at) => card === old[at]) ? old : now;
  };
  return {
    ...{ to_do: kept('to_do'), doing: kept('doing') },
    ...{ waiting: kept('waiting'), done: kept('done') },
  };
}

/** Those who are responsible for a card of the board, by name. */
export function peopleOf(cards: readonly Task[]): { id: string; name: string }[] {
  const found = new Map<string, string>();
  for (const { people } of cards)
    for (const { personId, name } of people) if (personId) found.set(personId, name);
  return [...found]
    .map(([id, name]) => ({ id, name }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
