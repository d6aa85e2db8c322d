import { useCoalition } from '../api/use-coalition';
import { useDoor } from '../api/use-door';
import { coalitionLook } from './coalition-look';
import classes from './CoalitionSign.module.css';

/** On every public page: whose house this is, in its logo and colour. Nothing before there is a coalition. */
export function CoalitionSign() {
  const coalition = useDoor().data?.coalition;
  if (!coalition) return null;
  return (
    <div className={classes.sign} style={coalitionLook(coalition.colour)}>
      {coalition.logoId && <img src={`/api/pictures/${coalition.logoId}`} alt="" className={classes.logo} />}
      <bdi className={classes.name}>{coalition.name}</bdi>
    </div>
  );
}

/** In the house: the same, small; the frame says how it stands there. */
export function CoalitionBrand({ className }: { className?: string }) {
  const { data: coalition } = useCoalition();
  if (!coalition) return null;
  return (
    <div className={className} title={coalition.name}>
      {coalition.logoId && <img src={`/api/pictures/${coalition.logoId}`} alt="" />}
      <bdi>{coalition.name}</bdi>
    </div>
  );
}

/** The coalition's colour for everything inside the house. */
export function useCoalitionLook() {
  return coalitionLook(useCoalition().data?.colour);
}
