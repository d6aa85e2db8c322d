import { Button } from '@mantine/core';
import { say, Section, useErrorSentence, useFormat } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { useDeviceHelp, useHelpWithDevice } from '../api/use-device-help';
import { managing } from '../managing';
import classes from '../components/forms.module.css';

/** Letting somebody in again who lost the device with which they sign in; it takes two, and two days. */
export function DeviceHelp({ personId, name }: { personId: string; name: string }) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const { data: help } = useDeviceHelp(personId);
  const act = useHelpWithDevice(personId);
  const { sentence } = useErrorSentence(act.error);
  if (!help?.hasSecondFactor) return null;
  const step = (which: 'begin' | 'confirm' | 'stop') =>
    act.mutate(which, { onSuccess: () => say(t('common:saved')) });
  return (
    <Section title={t('device')} note={t('device.note', { name })}>
      <div className={`${classes.form} ${classes.roles}`}>
        {help.dueAt && <p className={classes.hint}>{t('device.due', { when: format.moment(help.dueAt) })}</p>}
        {help.begunAt && !help.dueAt && (
          <p className={classes.hint}>{t(help.begunByMe ? 'device.waits' : 'device.asks')}</p>
        )}
        <div className={classes.actions}>
          {!help.begunAt && (
            <Button variant="default" loading={act.isPending} onClick={() => step('begin')}>
              {t('device.begin')}
            </Button>
          )}
          {help.begunAt && !help.dueAt && !help.begunByMe && (
            <Button loading={act.isPending} onClick={() => step('confirm')}>
              {t('device.confirm')}
            </Button>
          )}
          {help.begunAt && (
            <Button variant="subtle" loading={act.isPending} onClick={() => step('stop')}>
              {t('device.stop')}
            </Button>
          )}
        </div>
        {sentence && (
          <p role="alert" className={classes.problem}>
            {sentence}
          </p>
        )}
      </div>
    </Section>
  );
}
