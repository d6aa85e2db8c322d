import classes from './PersonMark.module.css';

/** Initials of a name, at most two; the first letters of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return picked.map((word) => [...word!][0]!.toLocaleUpperCase()).join('');
}

/** A person's colour and initials, the same on every screen. Beside a name it says nothing new, so it is hidden. */
export function PersonMark({ name, colour, size = 28 }: { name: string; colour: string; size?: number }) {
  return (
    <span
      aria-hidden
      className={classes.mark}
      style={{ background: colour, inlineSize: size, blockSize: size, fontSize: Math.round(size * 0.4) }}
    >
      {initialsOf(name)}
    </span>
  );
}
