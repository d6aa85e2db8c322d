import classes from './Wordmark.module.css';

/** The name, with the rows of a hall around a speaker. */
export function Wordmark({ compact = false }: { compact?: boolean }) {
  return (
    <span className={classes.wordmark}>
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden className={classes.sign}>
        <g fill="none" stroke="currentColor" strokeLinecap="round">
          <path d="M4 24a12 12 0 0 1 24 0" strokeWidth="2.6" />
          <path d="M10 24a6 6 0 0 1 12 0" strokeWidth="2.6" />
        </g>
        <circle cx="16" cy="24" r="2.2" fill="currentColor" />
      </svg>
      {!compact && <span lang="en">Plenary</span>}
    </span>
  );
}
