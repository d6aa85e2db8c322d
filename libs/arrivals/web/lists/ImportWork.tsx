import { Button } from '@mantine/core';
import { Section, useErrorSentence, useFormat } from '@plenary/ground/web';
import {
  fileOf,
  isUnderWay,
  usePutAway,
  WorkProgress,
  WorkRefused,
  type Work,
} from '@plenary/ground/web/long-work';
import { organisationLimits } from '@plenary/organisations/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { undoKind, useUndoImport } from '../api/use-import';
import { managing } from '../managing';
import classes from './Import.module.css';

const taken = ['organisations', 'changed', 'people', 'named', 'left'] as const;
const undone = ['organisations', 'people', 'stayed'] as const;

/** An import under way, its undoing, or what came of them: how far it is, what came of it. */
export function ImportWork({ work }: { work: Work }) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const putAway = usePutAway();
  const undo = useUndoImport();
  const { sentence } = useErrorSentence(undo.error);
  const isUndo = work.kind === undoKind;
  if (isUnderWay(work)) {
    const step = work.step ?? (isUndo ? 'undoing' : 'reading');
    return <WorkProgress work={work} doing={t(`import.doing.${step}`)} />;
  }
  if (work.state === 'failed') return <WorkRefused work={work} />;
  const said = (key: string) => Number(work.outcome?.[key] ?? 0);
  const lines = isUndo
    ? undone.map((key) => [said(key), `import.undone.${key}`] as const)
    : taken.map((key) => [said(key), `import.taken.${key}`] as const);
  const isFresh = Date.now() - new Date(work.endedAt!).getTime() < organisationLimits.undoMs;
  return (
    <Section title={t(isUndo ? 'import.undone' : 'import.done')}>
      <div role="status">
        <ul className={classes.would}>
          {lines
            .filter(([count]) => count > 0)
            .map(([count, key]) => (
              <li key={key}>{t(key, { number: format.number(count) })}</li>
            ))}
        </ul>
      </div>
      {sentence && (
        <p role="alert" className={classes.problem}>
          {sentence}
        </p>
      )}
      <div className={classes.acts}>
        {work.fileName && (
          <a href={fileOf(work)} download={work.fileName}>
            {t('import.rest')}
          </a>
        )}
        <Link to="/organisations">{t('import.see')}</Link>
        {!isUndo && isFresh && (
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(work.id)}>
            {t('import.undo')}
          </Button>
        )}
        <Button variant="subtle" loading={putAway.isPending} onClick={() => putAway.mutate(work.id)}>
          {t('work-managing:work.seen')}
        </Button>
      </div>
      {!isUndo && isFresh && <p className={classes.aside}>{t('import.undo.note')}</p>}
    </Section>
  );
}
