import { Section, useFormat } from '@plenary/ground/web';
import { notCarriedKinds, type ReturnedReading, type ReturnOutcome } from '@plenary/exchange/domain';
import { useTranslation } from 'react-i18next';
import classes from './Returned.module.css';

interface Props {
  outcome: ReturnOutcome;
  notCarried: ReturnedReading['notCarried'];
}

/** It stands where the button was that asked for it: whoever pressed that goes on here, and presses nothing twice. */
const begin = (outcome: HTMLElement | null): void => outcome?.focus();

/** EXC-16: what a file becomes, name by name; what is not carried; and what has no place any more, with its words. */
export function Outcome({ outcome, notCarried }: Props) {
  const { t } = useTranslation('exchange-return');
  const format = useFormat();
  const line = (key: string, count: number) => t(key, { count, number: format.number(count) });
  const { names, suggestions, comments, known, moved, unset, title, unplaced, unplacedCount, atGaps } =
    outcome;
  const left = notCarriedKinds.filter((kind) => notCarried[kind] !== undefined && kind !== 'comments');
  return (
    <div role="group" aria-label={t('becomes')} tabIndex={-1} ref={begin} className={classes.outcome}>
      <Section title={t('becomes')}>
        <ul className={classes.facts}>
          <li>{line('becomes.suggestions', suggestions)}</li>
          <li>{line('becomes.comments', comments)}</li>
          {known > 0 && <li>{line('becomes.known', known)}</li>}
        </ul>
        {names.length > 1 && (
          <ul className={classes.facts}>
            {names.map((each) => (
              <li key={each.name}>
                <bdi>{each.name === '' ? t('untracked') : each.name}</bdi>
                {' — '}
                {[
                  each.suggestions > 0 && line('becomes.suggestions', each.suggestions),
                  each.comments > 0 && line('becomes.comments', each.comments),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {atGaps && (
        <Section title={line('gaps', atGaps.count)}>
          <p>{t(atGaps.isLeftOut ? 'gaps.left' : 'gaps.brought', { moment: format.moment(atGaps.at) })}</p>
        </Section>
      )}
      {unplacedCount > 0 && (
        <Section title={line('unplaced', unplacedCount)} note={t('unplaced.note')}>
          <ul className={classes.unplaced}>
            {unplaced.map(({ by, inserted, deleted }, at) => (
              <li key={at} dir="auto">
                {deleted && <del>{deleted}</del>} {inserted && <ins>{inserted}</ins>}
                {by && (
                  <span className={classes.quiet}>
                    {' '}
                    <bdi>{by}</bdi>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {(left.length > 0 || moved > 0 || unset > 0 || title) && (
        <Section title={t('exchange:import.left')} note={t('exchange:import.left.note')}>
          <ul className={classes.facts}>
            {title && (
              <li>
                {t('left.title')} <bdi>{title}</bdi>
              </li>
            )}
            {moved > 0 && <li>{line('left.moved', moved)}</li>}
            {unset > 0 && <li>{line('left.unset', unset)}</li>}
            {left.map((kind) => (
              <li key={kind}>
                {notCarried[kind]
                  ? line(kind === 'moves' ? 'left.moves' : `exchange:left.${kind}`, notCarried[kind])
                  : t(`exchange:left.some.${kind}`)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
