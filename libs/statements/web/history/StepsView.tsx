import { Button } from '@mantine/core';
import { Answer, useFormat } from '@plenary/ground/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComparedText } from './ComparedText';
import { Erase } from './Erase';
import { Gaps, gapsAfter, useGapNotes } from './Gaps';
import classes from './HistoryPage.module.css';
import type { InHistory } from './HistoryPage';
import { NameVersion } from './NameVersion';
import { Restore, type ToRestore } from './Restore';
import { StepSlider } from './StepSlider';
import { useStretchWords } from './stretch-words';
import { useComparison, useStretches } from './use-history';
import { useRested } from './use-rested';
import { writingHistory } from './words';

/** The text after one step, or in a named version, with what that changed. */
export function StepsView(props: InHistory) {
  const { history, search } = props;
  const version = history.versions.find(({ id }) => id === search.version);
  return version ? (
    <Version {...props} versionId={version.id} />
  ) : (
    <Steps {...props} step={Math.min(search.step ?? history.stretches, history.stretches)} />
  );
}

function Steps({ statement, history, go, step }: InHistory & { step: number }) {
  const { t } = useTranslation(writingHistory);
  const format = useFormat();
  const { titleOf, sizesOf } = useStretchWords();
  const stretches = useStretches(statement.id, step, history.stretches);
  const stretch = stretches.data?.find(({ number }) => number === step);
  const rested = useRested(stretch);
  const moments = rested ? { from: rested.firstSeq - 1, to: rested.lastSeq } : null;
  const fromBeginning = rested?.number === 1 ? { from: 0, to: rested.lastSeq } : moments;
  const comparison = useComparison(statement.id, fromBeginning);
  const [naming, setNaming] = useState(false);
  const [toRestore, setToRestore] = useState<ToRestore>(null);
  const [erasing, setErasing] = useState(false);
  const gaps = gapsAfter(history, stretch ? stretch.firstSeq - 1 : history.last.seq);
  const gapNotes = useGapNotes(gaps);
  const spoken = stretch
    ? t('history.step.of', { step, count: history.stretches, what: titleOf(stretch) })
    : t('history.step', { step, count: history.stretches });
  return (
    <>
      <div className={classes.bar}>
        <StepSlider
          label={t('history.slider')}
          spoken={spoken}
          value={step}
          last={history.stretches}
          onChange={(next) => go({ step: next }, true)}
        />
        <div className={classes.told}>
          <span className={classes.quiet}>{t('history.step', { step, count: history.stretches })}</span>
          {stretch && (
            <>
              <bdi className={classes.who}>{titleOf(stretch)}</bdi>
              <span className={classes.quiet}>{format.moment(stretch.endedAt)}</span>
              <span className={classes.quiet}>{sizesOf(stretch)}</span>
            </>
          )}
        </div>
        {stretch && (
          <div className={classes.acts}>
            {history.mayNameVersions && (
              <Button variant="default" size="compact-md" onClick={() => setNaming(true)}>
                {t('history.name')}
              </Button>
            )}
            {step < history.stretches && (
              <Button
                variant="default"
                size="compact-md"
                onClick={() => go({ view: 'compare', from: stretch.lastSeq, to: history.last.seq })}
              >
                {t('history.compare-with-now')}
              </Button>
            )}
            {history.mayRestore && step < history.stretches && (
              <Button variant="default" size="compact-md" onClick={() => setToRestore({ paragraphId: null })}>
                {t('history.restore')}
              </Button>
            )}
            {history.mayErase && (
              <Button variant="default" size="compact-md" onClick={() => setErasing(true)}>
                {t('history.erase')}
              </Button>
            )}
          </div>
        )}
      </div>
      {stretch?.gapBefore && <p className={classes.gap}>{t('history.gap')}</p>}
      <Gaps gaps={gaps} />
      <Answer query={{ ...comparison, error: comparison.error ?? stretches.error }}>
        {(compared) => (
          <div className={classes.sheet}>
            <ComparedText
              compared={compared}
              label={t('history.text-at', { moment: format.moment(compared.to.at) })}
              language={statement.language}
              gaps={gapNotes}
              address={`?step=${step}`}
              {...(history.mayRestore && step < history.stretches
                ? { onRestore: (paragraphId: string) => setToRestore({ paragraphId }) }
                : {})}
            />
          </div>
        )}
      </Answer>
      {stretch && (
        <NameVersion
          statementId={statement.id}
          moment={{ seq: stretch.lastSeq, at: stretch.endedAt }}
          opened={naming}
          onClose={() => setNaming(false)}
        />
      )}
      {comparison.data && (
        <Erase
          statementId={statement.id}
          moment={comparison.data.to}
          paragraphs={comparison.data.paragraphs}
          opened={erasing}
          onClose={() => setErasing(false)}
        />
      )}
      {stretch && (
        <Restore
          statementId={statement.id}
          moment={{ seq: stretch.lastSeq, at: stretch.endedAt }}
          what={toRestore}
          onClose={() => setToRestore(null)}
          onRestored={() => go({})}
        />
      )}
    </>
  );
}

function Version({ statement, history, go, versionId }: InHistory & { versionId: string }) {
  const { t } = useTranslation(writingHistory);
  const format = useFormat();
  const { byOf } = useStretchWords();
  const [toRestore, setToRestore] = useState<ToRestore>(null);
  const [erasing, setErasing] = useState(false);
  const place = history.versions.findIndex(({ id }) => id === versionId);
  const version = history.versions[place]!;
  const before = history.versions.slice(place + 1).find(({ moment }) => moment.seq < version.moment.seq);
  const from = before?.moment.seq ?? version.moment.seq;
  const comparison = useComparison(statement.id, { from, to: version.moment.seq });
  const gaps = gapsAfter(history, from);
  const gapNotes = useGapNotes(gaps);
  return (
    <>
      <div className={classes.bar}>
        <div className={classes.told}>
          <bdi className={classes.who}>{version.name}</bdi>
          <span className={classes.quiet}>{format.moment(version.moment.at)}</span>
          <span className={classes.quiet}>{t('history.named-by', { author: byOf(version.by) })}</span>
        </div>
        {version.note && (
          <p className={classes.told} dir="auto">
            {version.note}
          </p>
        )}
        <p className={classes.quiet}>
          {before ? t('history.since-version', { name: before.name }) : t('history.first-version')}
        </p>
        <div className={classes.acts}>
          {before && (
            <Button
              variant="default"
              size="compact-md"
              onClick={() => go({ view: 'compare', from: before.moment.seq, to: version.moment.seq })}
            >
              {t('history.side-by-side')}
            </Button>
          )}
          {version.moment.seq < history.last.seq && (
            <Button
              variant="default"
              size="compact-md"
              onClick={() => go({ view: 'compare', from: version.moment.seq, to: history.last.seq })}
            >
              {t('history.compare-with-now')}
            </Button>
          )}
          {history.mayRestore && version.moment.seq < history.last.seq && (
            <Button variant="default" size="compact-md" onClick={() => setToRestore({ paragraphId: null })}>
              {t('history.restore')}
            </Button>
          )}
          {history.mayErase && (
            <Button variant="default" size="compact-md" onClick={() => setErasing(true)}>
              {t('history.erase')}
            </Button>
          )}
        </div>
      </div>
      <Gaps gaps={gaps} />
      <Answer query={comparison}>
        {(compared) => (
          <div className={classes.sheet}>
            <ComparedText
              key={versionId}
              compared={compared}
              label={t('history.text-of', { name: version.name })}
              language={statement.language}
              gaps={gapNotes}
              address={`?version=${versionId}`}
              {...(history.mayRestore && version.moment.seq < history.last.seq
                ? { onRestore: (paragraphId: string) => setToRestore({ paragraphId }) }
                : {})}
            />
          </div>
        )}
      </Answer>
      {comparison.data && (
        <Erase
          statementId={statement.id}
          moment={comparison.data.to}
          paragraphs={comparison.data.paragraphs}
          opened={erasing}
          onClose={() => setErasing(false)}
        />
      )}
      <Restore
        statementId={statement.id}
        moment={version.moment}
        what={toRestore}
        onClose={() => setToRestore(null)}
        onRestored={() => go({})}
      />
    </>
  );
}
