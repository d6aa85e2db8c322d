import { Button } from '@mantine/core';
import { Answer, useFormat } from '@plenary/ground/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InHistory } from './HistoryPage';
import classes from './StretchList.module.css';
import { useStretchWords } from './stretch-words';
import { stretchesAtOnce, useStretches } from './use-history';
import { writingHistory } from './words';

/** A moment that was chosen: by its row, and as what it was listed. */
export type ChosenMoment = { readonly seq: number } & (
  { readonly version: string } | { readonly step: number }
);

interface Props extends Pick<InHistory, 'statement' | 'history'> {
  /** The one that is looked at. */
  readonly current: { readonly step: number | null; readonly version: string | null };
  readonly onChoose: (moment: ChosenMoment) => void;
}

/** All named versions, and stretches of work, the latest first. */
export function StretchList({ statement, history, current, onChoose }: Props) {
  const { t } = useTranslation(writingHistory);
  const format = useFormat();
  const blocks = Math.ceil(history.stretches / stretchesAtOnce);
  const [shown, setShown] = useState(1);
  return (
    <>
      <section>
        <h2 className={classes.head}>{t('history.versions')}</h2>
        {history.versions.length === 0 && <p className={classes.quiet}>{t('history.versions.none')}</p>}
        <ol className={classes.items}>
          {history.versions.map((version) => (
            <li key={version.id}>
              <button
                type="button"
                className={classes.item}
                aria-current={current.version === version.id ? 'true' : undefined}
                onClick={() => onChoose({ version: version.id, seq: version.moment.seq })}
              >
                <bdi className={classes.name}>{version.name}</bdi>
                <span className={classes.quiet}>{format.moment(version.moment.at)}</span>
              </button>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2 className={classes.head}>{t('history.stretches')}</h2>
        {Array.from({ length: Math.min(shown, blocks) }, (_, place) => (
          <Block
            key={blocks - place}
            statementId={statement.id}
            number={(blocks - place) * stretchesAtOnce}
            count={history.stretches}
            current={current.step}
            onChoose={onChoose}
          />
        ))}
        {shown < blocks && (
          <Button variant="default" size="compact-md" onClick={() => setShown(shown + 1)}>
            {t('history.stretches.more')}
          </Button>
        )}
      </section>
    </>
  );
}

interface BlockProps {
  statementId: string;
  number: number;
  count: number;
  current: number | null;
  onChoose: Props['onChoose'];
}

function Block({ statementId, number, count, current, onChoose }: BlockProps) {
  const format = useFormat();
  const { titleOf, sizesOf } = useStretchWords();
  const stretches = useStretches(statementId, number, count);
  return (
    <Answer query={stretches}>
      {(items) => (
        <ol className={classes.items} reversed>
          {/* The last block is filled up with those of the one before. */}
          {items
            .filter((each) => each.number > number - stretchesAtOnce)
            .map((stretch) => (
              <li key={stretch.number}>
                <button
                  type="button"
                  className={classes.item}
                  aria-current={current === stretch.number ? 'true' : undefined}
                  onClick={() => onChoose({ step: stretch.number, seq: stretch.lastSeq })}
                >
                  <bdi className={classes.name}>{titleOf(stretch)}</bdi>
                  <span className={classes.quiet}>{format.moment(stretch.endedAt)}</span>
                  <span className={classes.quiet}>{sizesOf(stretch)}</span>
                </button>
              </li>
            ))}
        </ol>
      )}
    </Answer>
  );
}
