import { useLate, WaitingRows } from '@plenary/ground/web';
import classes from './StatementRoom.module.css';

/** The page of a statement before anything of it is there: the sheet stands where it will stand. */
export function WaitingSheet() {
  return (
    <div className={classes.waiting}>
      <div className={classes.columns}>
        <div className={classes.outline} />
        <article className={classes.sheet}>
          <WaitingLines />
        </article>
        <div className={classes.people} />
      </div>
    </div>
  );
}

/** Lines where the text will stand, once that takes longer than one waits without noticing. */
export function WaitingLines() {
  const late = useLate(true);
  return <div className={classes.lines}>{late && <WaitingRows rows={12} />}</div>;
}
