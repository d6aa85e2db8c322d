import { Button } from '@mantine/core';
import { say, type UnsentWork as Work } from '@plenary/ground/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './UnsentWork.module.css';
import { words } from '../words';

/** Words that the server does not have yet, each with a way to keep them. */
export function UnsentWork({ works, onSent }: { works: readonly Work[]; onSent: (id: string) => void }) {
  return (
    <ul className={classes.list}>
      {works.map((work) => (
        <UnsentLine key={work.id} work={work} onSent={() => onSent(work.id)} />
      ))}
    </ul>
  );
}

function UnsentLine({ work, onSent }: { work: Work; onSent: () => void }) {
  const { t } = useTranslation(words);
  const [sending, setSending] = useState(false);

  async function send() {
    setSending(true);
    const sent = await work.send!().catch(() => false);
    setSending(false);
    if (sent) onSent();
    else say(t('unsent.failed'), { tone: 'problem' });
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(await work.text());
      say(t('common:copied'));
    } catch {
      say(t('unsent.copy-failed'), { tone: 'problem' });
    }
  }

  return (
    <li className={classes.line}>
      <span className={classes.label} dir="auto">
        {work.label}
      </span>
      <span className={classes.actions}>
        {work.send && (
          <Button size="xs" variant="light" loading={sending} onClick={() => void send()}>
            {t('unsent.send')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => void copy()}>
          {t('unsent.copy')}
        </Button>
      </span>
    </li>
  );
}
