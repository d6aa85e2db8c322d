import { Button, VisuallyHidden } from '@mantine/core';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import classes from './SelectionBar.module.css';

interface Props {
  /** Names the region for screen readers. */
  label: string;
  count: number;
  /** “3 selected”: seen, and said when it changes. */
  said: string;
  /** What else there is to know, for instance that some are not in view. */
  note?: string;
  clear: string;
  onClear: () => void;
  /** What can be done with the selection. */
  children: ReactNode;
}

/** At the foot of a list, as long as something of it is chosen: how many, what can be done, and the way out. */
export function SelectionBar({ label, count, said, note, clear, onClear, children }: Props) {
  const bar = useRoomForNotices(count > 0);
  return (
    <>
      {/* It has to be there before it says something. */}
      <VisuallyHidden role="status">
        {count > 0 ? [said, note].filter(Boolean).join('. ') : ''}
      </VisuallyHidden>
      {count > 0 && (
        <div ref={bar} role="region" aria-label={label} className={classes.bar}>
          <div className={classes.said}>
            <strong className={classes.count}>{said}</strong>
            {note && <span className={classes.note}>{note}</span>}
          </div>
          <div className={classes.actions}>{children}</div>
          <Button variant="subtle" color="gray" size="sm" className={classes.clear} onClick={onClear}>
            {clear}
          </Button>
        </div>
      )}
    </>
  );
}

/** Notices rise above the bar instead of covering it. */
function useRoomForNotices(isShown: boolean) {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!isShown || !bar.current) return;
    const { style } = document.documentElement;
    const element = bar.current;
    const watch = new ResizeObserver(() =>
      style.setProperty('--plenary-bar', `${element.offsetHeight + 12}px`),
    );
    watch.observe(element);
    return () => {
      watch.disconnect();
      style.removeProperty('--plenary-bar');
    };
  }, [isShown]);
  return bar;
}
