import { Button } from '@mantine/core';
import { Answer, LoadMore, useFormat } from '@plenary/ground/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecidedSuggestions, type Suggestion } from '../api/use-suggestions';
import classes from './SuggestionsPanel.module.css';
import { useTakeBack } from './use-take-back';

/** What became of the others; loaded when somebody asks. */
export function Decided({ statementId }: { statementId: string }) {
  const { t } = useTranslation('comments-suggestions');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.decided} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('decided')}</summary>
      {isOpen && <DecidedList statementId={statementId} />}
    </details>
  );
}

function DecidedList({ statementId }: { statementId: string }) {
  const { t } = useTranslation('comments-suggestions');
  const query = useDecidedSuggestions(statementId);
  return (
    <Answer query={query} beside>
      {(all) =>
        all.length === 0 ? (
          <p className={classes.quiet}>{t('decided.none')}</p>
        ) : (
          <>
            <ol className={classes.list}>
              {all.map((each) => (
                <DecidedItem key={each.id} suggestion={each} />
              ))}
            </ol>
            <LoadMore query={query} />
          </>
        )
      }
    </Answer>
  );
}

function DecidedItem({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation('comments-suggestions');
  const format = useFormat();
  const takeBack = useTakeBack();
  const { id, author, state, decision, reason, language, may } = suggestion;
  return (
    <li className={classes.item}>
      <span>
        <bdi className={classes.strong}>{author.name}</bdi> · {t(`decided.${state}`)}
      </span>
      {decision && (
        <span className={classes.quiet}>
          <bdi>{decision.by.name}</bdi> · {format.moment(decision.at)}
        </span>
      )}
      {reason && (
        <p className={classes.reason} dir="auto" lang={language}>
          {reason}
        </p>
      )}
      {decision?.reason && <p dir="auto">{decision.reason}</p>}
      {may.takeBack && (
        <div className={classes.acts}>
          <Button size="compact-sm" variant="default" onClick={() => takeBack(id)}>
            {t('take-back')}
          </Button>
        </div>
      )}
    </li>
  );
}
