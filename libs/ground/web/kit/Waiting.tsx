import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import page from './Page.module.css';
import classes from './Waiting.module.css';

/** True once `waiting` has lasted 300 ms: what comes sooner needs no skeleton. */
export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return setLate(false);
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, [waiting]);
  return waiting && late;
}

/** Says once that something is loading; the shape in its place is for the eye alone. */
export function Waiting({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('waiting')}>
      <div aria-hidden>{children}</div>
    </div>
  );
}

/** A grey line as high as the words that will stand there. */
export function WaitingLine({ length = '60%' }: { length?: string }) {
  return <span className={classes.line} style={{ inlineSize: length }} />;
}

/** Lengths look like words, and are the same at every drawing. */
export const lengthAt = (place: number, longest = 88) => `${longest - ((place * 29) % 46)}%`;
export const places = (count: number) => Array.from({ length: count }, (_, place) => place);

/** Grey lines where a few words are going to stand. */
export function WaitingRows({ rows = 6 }: { rows?: number }) {
  return (
    <Waiting>
      <div className={classes.rows}>
        {places(rows).map((place) => (
          <WaitingLine key={place} length={lengthAt(place)} />
        ))}
      </div>
    </Waiting>
  );
}

/** The parts of a page under its heading, each with a heading of its own. */
export function WaitingParts({ parts = 2, rows = 4 }: { parts?: number; rows?: number }) {
  return (
    <Waiting>
      <Parts parts={parts} rows={rows} />
    </Waiting>
  );
}

function Parts({ parts, rows }: { parts: number; rows: number }) {
  return places(parts).map((part) => (
    <div key={part} className={page.section}>
      <div className={page.sectionHead}>
        <WaitingLine length="9rem" />
      </div>
      {places(rows).map((row) => (
        <div key={row} className={classes.row}>
          <WaitingLine length={lengthAt(part + row, 76)} />
        </div>
      ))}
    </div>
  ));
}

/** A page of which nothing is here yet, in the frame that it will have. */
export function WaitingPage() {
  return (
    <Waiting>
      <div className={page.page}>
        <div className={page.head}>
          <div className={`${page.title} ${classes.title}`}>
            <WaitingLine length="16rem" />
          </div>
          <WaitingLine length="min(100%, 28rem)" />
        </div>
        <Parts parts={1} rows={8} />
      </div>
    </Waiting>
  );
}

/** Shows its children once 300 ms have gone by: for what shows itself while code is loaded. */
export function Late({ children }: { children: ReactNode }) {
  return useLate(true) && children;
}
