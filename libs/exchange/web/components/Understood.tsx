import { Checkbox, Radio } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import { Section, useFormat } from '@plenary/ground/web';
import {
  notCarriedKinds,
  trackedAs,
  trackedIn,
  type Incoming,
  type TrackedIn,
} from '@plenary/exchange/domain';
import { attributesFrom } from '@plenary/statements/domain';
import { useTranslation } from 'react-i18next';
import { useErasedSince } from '../api/use-erased-since';
import type { FileRead } from '../reading/read-file';
import classes from './FromFile.module.css';

interface Props {
  read: FileRead;
  tracked: TrackedIn;
  onTracked: (as: TrackedIn) => void;
  keepsComments: boolean;
  onKeepsComments: (keeps: boolean) => void;
}

/**
 * EXC-11, EXC-24: what was found in a file, what becomes of tracked changes and comments, and what is not carried, each
 * with its number.
 */
export function Understood({ read, tracked, onTracked, keepsComments, onKeepsComments }: Props) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const { incoming, beside } = read;
  const { insertions, deletions, settings = 0, notCarried, of } = incoming;
  const erasedAt = useErasedSince(of);
  const comments = beside?.file.comments.length ?? 0;
  const line = (key: string, count: number) => t(key, { count, number: format.number(count) });
  const left = notCarriedKinds.filter(
    (kind) => notCarried[kind] !== undefined && !(kind === 'comments' && comments > 0 && keepsComments),
  );
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
      {insertions + deletions + settings > 0 && (
        <Radio.Group
          className={classes.tracked}
          label={t('import.tracked')}
          description={[
            line('found.insertions', insertions),
            line('found.deletions', deletions),
            ...(settings > 0 ? [line('found.settings', settings)] : []),
          ].join(' · ')}
          value={tracked}
          onChange={(as) => onTracked(as as TrackedIn)}
        >
          <div className={classes.choices}>
            {(beside ? trackedIn : trackedAs).map((as) => (
              <Radio key={as} value={as} label={t(`tracked.${as}`)} />
            ))}
          </div>
        </Radio.Group>
      )}
      {comments > 0 && (
        <Checkbox
          className={classes.tracked}
          label={t('import.comments')}
          description={line('left.comments', comments)}
          checked={keepsComments}
          onChange={(event) => onKeepsComments(event.currentTarget.checked)}
        />
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
