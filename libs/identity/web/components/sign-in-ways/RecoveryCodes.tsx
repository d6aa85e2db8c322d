import { Button } from '@mantine/core';
import { say } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { words } from '../../words';
import classes from '../Account.module.css';

/** Codes for the day on which the device is lost; shown this once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation(words);
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => say(t('common:copied')),
      () => say(t('unsent.copy-failed'), { tone: 'problem' }),
    );
  return (
    <div className={classes.fresh} role="status">
      <p>{t('codes.once')}</p>
      <ul className={classes.codes} dir="ltr">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={classes.inline}>
        <Button size="xs" variant="default" style={{ flex: 'none' }} onClick={() => void copy()}>
          {t('common:copy')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onDone}>
          {t('codes.stored')}
        </Button>
      </div>
    </div>
  );
}
