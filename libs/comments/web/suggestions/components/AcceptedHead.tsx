import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Mode } from '../mode';
import classes from './DraftHead.module.css';

/** Says that what is shown is not the text. */
export function AcceptedHead({ mode }: { mode: Mode }) {
  const { t } = useTranslation('comments-suggestions');
  return (
    <div className={classes.head} role="status">
      <p className={classes.text}>{t('accepted.head')}</p>
      <div className={classes.acts}>
        <Button variant="default" size="xs" onClick={() => mode.read('text')}>
          {t('view.text')}
        </Button>
      </div>
    </div>
  );
}
