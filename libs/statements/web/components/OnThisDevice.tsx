import { Section, useFormat } from '@plenary/ground/web';
import { useSignedInPerson } from '@plenary/identity/web';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copiesOnDevice, type CopyOnDevice } from '../editor/device-copies';
import classes from './OnThisDevice.module.css';

/** The statements that open without a network, for the person whose copies they are. */
export function OnThisDevice() {
  const { t } = useTranslation('statements');
  const format = useFormat();
  const { id: personId } = useSignedInPerson();
  const [copies, setCopies] = useState<readonly CopyOnDevice[]>([]);
  useEffect(() => {
    let isHere = true;
    void copiesOnDevice(personId).then((found) => isHere && setCopies(found));
    return () => {
      isHere = false;
    };
  }, [personId]);
  if (copies.length === 0) return null;
  return (
    <Section title={t('device.title')} note={t('device.note')}>
      <ul className={classes.lines}>
        {copies.map(({ id, title, at, hasUnsent }) => (
          <li key={id} className={classes.line}>
            <Link to="/statements/$id" params={{ id }}>
              <bdi>{title ?? t('one')}</bdi>
            </Link>
            <span className={classes.facts}>
              {hasUnsent && <strong>{t('device.unsent')} · </strong>}
              {at === null ? t('save.copy.undated') : t('save.copy', { time: format.time(at) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
