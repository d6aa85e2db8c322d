import { Waiting, WaitingLine, WaitingParts } from '@plenary/ground/web';
import classes from './Home.module.css';

/** The sheet and the lines under it, as they will stand. */
export function WaitingHome() {
  return (
    <Waiting>
      <div className={classes.sheet}>
        <div className={classes.sheetOwner}>
          <WaitingLine length="40%" />
        </div>
        <div className={classes.sheetTitle}>
          <WaitingLine length="90%" />
          <WaitingLine length="55%" />
        </div>
        <div className={classes.sheetFacts}>
          <WaitingLine length="10rem" />
        </div>
        <div className={classes.sheetFoot}>
          <WaitingLine length="7rem" />
        </div>
      </div>
      <WaitingParts parts={1} />
    </Waiting>
  );
}
