import { Button, TextInput } from '@mantine/core';
import { say } from '@plenary/ground/web';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { renderSVG } from 'uqr';
import { forms as classes } from '@plenary/organisations/web/parts';
import { managing } from '../managing';

/** A link that is shown this once, to be copied or held up to a phone. */
export function LinkOnce({ url, note, onDone }: { url: string; note?: string; onDone: () => void }) {
  const { t } = useTranslation(managing);
  const code = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(renderSVG(url, { border: 2 }))}`,
    [url],
  );
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => say(t('invite.copied')),
      () => say(t('invite.copy-failed'), { tone: 'problem' }),
    );
  return (
    <div className={classes.form}>
      <p className={classes.hint}>{note ?? t('invite.once')}</p>
      <img src={code} alt={t('invite.qr')} className={classes.code} />
      <TextInput
        aria-label={t('invite.address')}
        value={url}
        readOnly
        dir="ltr"
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => void copy()}>
          {t('invite.copy')}
        </Button>
        <Button onClick={onDone}>{t('invite.done')}</Button>
      </div>
    </div>
  );
}
