import { useCallback, useEffect, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

/**
 * Many buttons that are one stop for Tab: arrows, Home and End go from one to the next, as in the toolbars and lists
 * of WAI-ARIA. The buttons are drawn with `tabIndex={-1}`.
 */
export function useRoving(container: RefObject<HTMLElement | null>, arrows: 'inline' | 'block') {
  const buttons = useCallback(
    () => [
      ...(container.current?.querySelectorAll<HTMLElement>('button:not(:disabled, [role^=menuitem])') ?? []),
    ],
    [container],
  );
  useEffect(() => {
    const all = buttons();
    if (!all.some((each) => each.tabIndex === 0) && all[0]) all[0].tabIndex = 0;
  });
  const onFocus = useCallback(
    ({ target }: FocusEvent<HTMLElement>) => {
      const all = buttons();
      if (all.includes(target)) all.forEach((each) => (each.tabIndex = each === target ? 0 : -1));
    },
    [buttons],
  );
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const all = buttons();
      const at = all.indexOf(event.target as HTMLElement);
      if (at < 0) return;
      const isMirrored = arrows === 'inline' && getComputedStyle(event.currentTarget).direction === 'rtl';
      const [back, on] = arrows === 'block' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
      const places: Record<string, number> = { [back!]: at - 1, [on!]: at + 1, Home: 0, End: all.length - 1 };
      const place = places[isMirrored ? (mirrored[event.key] ?? event.key) : event.key];
      if (place === undefined) return;
      event.preventDefault();
      all[(place + all.length) % all.length]!.focus();
    },
    [buttons, arrows],
  );
  return { onFocus, onKeyDown };
}

const mirrored: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };
