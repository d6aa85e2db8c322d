import { WaitingRows } from '@plenary/ground/web';
import classes from './Home.module.css';

/** Stands where the sheet and the lines will. */
export function WaitingHome() {
  return (
    <>
      <div className={classes.sheet} aria-hidden>
        <div className={classes.sheetWaits} />
      </div>
      <WaitingRows rows={8} />
    </>
  );
}
