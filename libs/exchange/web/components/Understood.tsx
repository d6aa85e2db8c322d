import { Radio } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import { Section, useFormat } from '@plenary/ground/web';
import { notCarriedKinds, trackedAs, type Incoming, type TrackedAs } from '@plenary/exchange/domain';
import { attributesFrom } from '@plenary/statements/domain';
import { useTranslation } from 'react-i18next';
import { useErasedSince } from '../api/use-erased-since';
import classes from './FromFile.module.css';

interface Props {
  incoming: Incoming;
  tracked: TrackedAs;
  onTracked: (as: TrackedAs) => void;
}

/** EXC-11: what was found in a file, what becomes of tracked changes, and what is not carried, each with its number. */
export function Understood({ incoming, tracked, onTracked }: Props) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const { insertions, deletions, notCarried, of } = incoming;
  const erasedAt = useErasedSince(of);
  const line = (key: string, count: number) => t(key, { count, number: format.number(count) });
  const left = notCarriedKinds.filter((kind) => notCarried[kind] !== undefined);
  return (
    <>
      <Section title={t('import.understood')}>
        <ul className={classes.facts}>
          {Object.entries(countsOf(incoming)).map(([key, count]) => (
            <li key={key}>{line(`found.${key}`, count)}</li>
          ))}
        </ul>
      </Section>
      {erasedAt && <p role="status">{t('import.erased', { moment: format.moment(erasedAt) })}</p>}
      {insertions + deletions > 0 && (
        <Radio.Group
          className={classes.tracked}
          label={t('import.tracked')}
          description={`${line('found.insertions', insertions)} · ${line('found.deletions', deletions)}`}
          value={tracked}
          onChange={(as) => onTracked(as as TrackedAs)}
        >
          <div className={classes.choices}>
            {trackedAs.map((as) => (
              <Radio key={as} value={as} label={t(`tracked.${as}`)} />
            ))}
          </div>
        </Radio.Group>
      )}
      {left.length > 0 && (
        <Section title={t('import.left')} note={t('import.left.note')}>
          <ul className={classes.facts}>
            {left.map((kind) => (
              <li key={kind}>
                {notCarried[kind] ? line(`left.${kind}`, notCarried[kind]) : t(`left.some.${kind}`)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function countsOf({ paragraphs }: Incoming) {
  const styles = paragraphs.map(({ attributes }) => attributesFrom(attributes).style);
  const of = (...wanted: string[]) => styles.filter((style) => wanted.includes(style)).length;
  return {
    paragraphs: paragraphs.length,
    headings: of('heading'),
    items: of('bullet', 'numbered'),
    notes: paragraphs.flatMap(({ content }) => content).filter((each) => 'embed' in each).length,
  };
}
