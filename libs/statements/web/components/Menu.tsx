import {
  Suspense,
  useId,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import classes from './Menu.module.css';

export interface MenuItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly Icon?: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  /** The keys that do the same. */
  readonly keys?: string;
  /** Whether it holds at present; absent for what is simply done. */
  readonly on?: boolean;
  /** Of several only one holds. */
  readonly isChoice?: boolean;
  readonly onPhone?: boolean;
  readonly run: () => void;
}

export interface MenuGroup {
  readonly key: string;
  readonly title?: string;
  readonly items: readonly MenuItem[];
}

interface Props {
  /** Name of the button. */
  name: string;
  className?: string;
  /** Asked for when it opens. */
  groups: () => readonly MenuGroup[];
  tabIndex?: number;
  /** What the button shows. */
  children: ReactNode;
}

/** Pixels between the button and its menu, and between the menu and the edge of the page. */
const [gap, edge, width] = [4, 8, 272];

/**
 * A button and what it offers; on a phone a sheet from below. It is the browser's own popover, which closes by itself
 * and gives the focus back; nothing has to be loaded for it.
 */
export function Menu({ name, className, groups, tabIndex, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<readonly MenuGroup[] | null>(null);

  const place = () => {
    const box = button.current!.getBoundingClientRect();
    const isMirrored = getComputedStyle(button.current!).direction === 'rtl';
    // Beside the scroll bar, which a mirrored page would count as room.
    const { clientWidth } = document.documentElement;
    const start = isMirrored ? clientWidth - box.right : box.left;
    const { style } = menu.current!;
    style.setProperty('--start', `${Math.max(edge, Math.min(start, clientWidth - width - edge))}px`);
    style.setProperty('--top', `${box.bottom + gap}px`);
  };
  const items = () => [...menu.current!.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const places: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const to = places[event.key];
    if (event.key === 'Tab') menu.current!.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  };
  const run = (item: MenuItem) => {
    menu.current!.hidePopover();
    item.run();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={shown !== null}
        aria-label={name}
        title={name}
        tabIndex={tabIndex}
        // The selection in the text stays while the button is pressed.
        onMouseDown={(event) => event.preventDefault()}
      >
        {children}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={name}
        className={classes.menu}
        onKeyDown={onKeyDown}
        onBeforeToggle={(event) => {
          if (event.newState !== 'open') return;
          place();
          setShown(groups());
        }}
        onToggle={(event) => {
          // Only now: the browser gives the focus back while it still stands in the menu.
          if (event.newState !== 'open') return setShown(null);
          const all = items();
          (all.find((each) => each.ariaChecked === 'true') ?? all[0])?.focus();
        }}
      >
        {shown?.map((group) => (
          <div key={group.key} role="group" aria-label={group.title} className={classes.group}>
            {group.title && (
              <span aria-hidden className={classes.title}>
                {group.title}
              </span>
            )}
            {group.items.map((item) => (
              <Item key={item.key} item={item} run={run} />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

function Item({ item, run }: { item: MenuItem; run: (item: MenuItem) => void }) {
  const { label, Icon, keys, on, isChoice, onPhone } = item;
  const role = on === undefined ? 'menuitem' : isChoice ? 'menuitemradio' : 'menuitemcheckbox';
  return (
    <button
      type="button"
      role={role}
      aria-checked={on}
      tabIndex={-1}
      className={classes.item}
      data-on-phone={onPhone}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => run(item)}
    >
      <span className={classes.sign}>
        {on !== undefined && <span aria-hidden>{on ? '✓' : ''}</span>}
        {Icon && (
          <Suspense>
            <Icon size={16} stroke={1.75} aria-hidden />
          </Suspense>
        )}
      </span>
      <span className={classes.label}>{label}</span>
      {keys && (
        <kbd className={classes.keys} dir="ltr">
          {keys}
        </kbd>
      )}
    </button>
  );
}
