import { directionOf } from '@plenary/ground/kernel';
import { useFormat } from '@plenary/ground/web';
import type { StatementView } from '@plenary/statements/domain';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { writing } from '../writing';
import classes from './StatementRoom.module.css';

/** On paper, under the title: whose statement it is, where it stands, of which day. */
export function PrintedFacts({ statement }: { statement: StatementView }) {
  const { t } = useTranslation(writing);
  const format = useFormat();
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    // A page may stay open for days.
    const look = () => flushSync(() => setNow(new Date().toISOString()));
    addEventListener('beforeprint', look);
    return () => removeEventListener('beforeprint', look);
  }, []);
  return (
    <p className={classes.printed} dir={directionOf(statement.language)}>
      <bdi>{statement.owner.name}</bdi> · <span>{t(`stage.${statement.stage}`)}</span> ·{' '}
      <time dateTime={now}>{format.day(now)}</time>
    </p>
  );
}
