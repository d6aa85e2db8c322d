import type { TaskState } from '@plenary/tasks/domain';
import type { Place } from './columns';

/** The board as it is drawn: its columns in their order, each with its cards. */
const listsIn = (board: HTMLElement): HTMLElement[] =>
  [...board.querySelectorAll<HTMLElement>('[data-column]')].filter(
    (list) => getComputedStyle(list.parentElement!).display !== 'none',
  );
const stateOf = (list: HTMLElement) => list.dataset['column'] as TaskState;
const cardsIn = (list: HTMLElement, held: string): HTMLElement[] =>
  [...list.querySelectorAll<HTMLElement>(':scope > [data-card]')].filter(
    ({ dataset }) => dataset['card'] !== held,
  );
const behind = (cards: readonly HTMLElement[], count: number, state: TaskState): Place => ({
  state,
  // What is done stands in the order in which it was done.
  after: state === 'done' ? null : (cards[count - 1]?.dataset['card'] ?? null),
});

/** Where a card comes to stand that is let go here; pixels of the window. */
export function placeAt(board: HTMLElement, point: { x: number; y: number }, held: string): Place | null {
  const away = (list: HTMLElement) => {
    const { left, right } = list.getBoundingClientRect();
    return Math.max(left - point.x, point.x - right, 0);
  };
  const [list] = listsIn(board).sort((one, other) => away(one) - away(other));
  if (!list) return null;
  const cards = cardsIn(list, held);
  let [from, until] = [0, cards.length];
  while (from < until) {
    const at = (from + until) >> 1;
    const { top, height } = cards[at]!.getBoundingClientRect();
    if (top + height / 2 < point.y) from = at + 1;
    else until = at;
  }
  return behind(cards, from, stateOf(list));
}

export const placeOf = (card: HTMLElement): Place => {
  const list = card.parentElement!;
  const cards = [...list.querySelectorAll<HTMLElement>(':scope > [data-card]')];
  return behind(cards, cards.indexOf(card), stateOf(list));
};

const arrows: Readonly<Record<string, readonly [column: number, card: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The place that an arrow leads to, and the element there; null for other keys. */
export function placeBeyond(
  board: HTMLElement,
  key: string,
  held: string,
  from: Place,
): { readonly place: Place; readonly element: HTMLElement } | null {
  const arrow = arrows[key];
  const lists = listsIn(board);
  const at = lists.findIndex((list) => stateOf(list) === from.state);
  if (!arrow || at < 0) return null;
  const isMirrored = getComputedStyle(board).direction === 'rtl';
  const [columns, steps] = [isMirrored ? -arrow[0] : arrow[0], arrow[1]];
  const list = lists[Math.min(Math.max(at + columns, 0), lists.length - 1)]!;
  const before = countBefore(cardsIn(lists[at]!, held), from);
  const cards = cardsIn(list, held);
  const count = Math.min(Math.max(before + steps, 0), cards.length);
  const place = behind(cards, count, stateOf(list));
  return { place, element: cards[place.after === null ? 0 : count - 1] ?? list };
}

const countBefore = (cards: readonly HTMLElement[], { after }: Place): number =>
  cards.findIndex(({ dataset }) => dataset['card'] === after) + 1;

/** For those who hear it: the how-manieth of how many it would be. */
export function rankIn(board: HTMLElement, held: string, place: Place): { place: number; count: number } {
  const list = listsIn(board).find((each) => stateOf(each) === place.state);
  const cards = list ? cardsIn(list, held) : [];
  return { place: countBefore(cards, place) + 1, count: cards.length + 1 };
}
