import { Button } from '@mantine/core';
import type { DocumentProvider } from '@plenary/ground/collab/client';
import { currentImpersonation, say } from '@plenary/ground/web';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProviderValue } from '../editor/use-provider';
import classes from './Banners.module.css';

const readers: readonly unknown[] = ['read', 'comment'];

/** What there is to tell, and nothing that changes at every key. */
function told({ status }: DocumentProvider) {
  const { closed, refusal, damaged, reloadNeeded, writable } = status;
  const readOnly = readers.includes(status.right);
  return {
    ...{ closed, refusal, damaged, reloadNeeded, writable, readOnly },
    held: status.saving === 'held',
    notKept: status.saving === 'not-kept',
  };
}

/** What stands between the person and the text, in a sentence with a next step; nothing while all is well. */
export function Banners({ provider }: { provider: DocumentProvider }) {
  const { t } = useTranslation('statements');
  const status = useProviderValue(provider, told);
  // Whoever could write a moment ago is told in sight of where they write; readers are not followed around.
  const [wrote, setWrote] = useState(status.writable);
  if (status.writable && !wrote) setWrote(true);
  const unsent = status.held ? provider.unsentText() : '';
  const putAway = () => void provider.putAway();
  return (
    <div className={classes.banners}>
      {status.closed && (
        <Banner tone="problem" title={t(status.held ? 'closed.lost' : 'closed.title')}>
          <p>{t(status.held ? 'closed.unsent' : 'closed.text')}</p>
          {status.held && <Words text={unsent} onHave={putAway} />}
        </Banner>
      )}
      {status.refusal && (
        <Banner tone="problem" title={t('refused.title')}>
          <p>{t(status.refusal.code === 'document.epoch-changed' ? 'refused.epoch' : 'refused.text')}</p>
          <Words text={status.refusal.text} onHave={() => provider.forgetRefusal()} />
        </Banner>
      )}
      {status.damaged && (
        <Banner tone="problem" title={t('damaged.title')}>
          <p>{t('damaged.text')}</p>
          <div className={classes.actions}>
            <Button size="xs" onClick={() => download(status.damaged!, 'plenary-copy.bin')}>
              {t('damaged.download')}
            </Button>
            <Button variant="default" size="xs" onClick={() => provider.forgetRefusal()}>
              {t('refused.seen')}
            </Button>
          </div>
        </Banner>
      )}
      {status.reloadNeeded && (
        <Banner title={t('reload.title')}>
          <p>{t('reload.text')}</p>
          <Button size="xs" onClick={() => location.reload()}>
            {t('reload.action')}
          </Button>
        </Banner>
      )}
      {!status.closed && !currentImpersonation() && status.readOnly && (wrote || status.held) && (
        <ReadOnly lost={wrote || status.held}>
          {status.held && (
            <>
              <p>{t('words.seen.hint')}</p>
              <Words text={unsent} onHave={putAway} />
            </>
          )}
        </ReadOnly>
      )}
      {status.notKept && <Banner title={t('not-kept.title')}>{t('not-kept.text')}</Banner>}
    </div>
  );
}

/** Who has always read is told what they may; who wrote is told what was taken away. */
function ReadOnly({ lost, children }: { lost: boolean; children: ReactNode }) {
  const { t } = useTranslation('statements');
  return (
    <Banner title={t(lost ? 'read-only.lost' : 'read-only.title')} tone={lost ? 'problem' : undefined}>
      <p>{t(children ? 'read-only.unsent' : 'read-only.text')}</p>
      {children}
    </Banner>
  );
}

function Banner({ title, tone, children }: { title: string; tone?: 'problem'; children: ReactNode }) {
  return (
    <section className={classes.banner} data-tone={tone} role={tone === 'problem' ? 'alert' : 'status'}>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </section>
  );
}

/** Words that the server does not have, to be taken along, until their author has them. */
function Words({ text, onHave }: { text: string; onHave: () => void }) {
  const { t } = useTranslation('statements');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(t('common:copied'));
    } catch {
      say(t('words.copy-failed'), { tone: 'problem' });
    }
  };
  const have = (
    <Button variant="default" size="xs" onClick={onHave}>
      {t('refused.seen')}
    </Button>
  );
  // What is not sent may be something else than words: a format, a deletion.
  if (text === '') return <div className={classes.actions}>{have}</div>;
  return (
    <>
      <textarea
        className={classes.words}
        readOnly
        value={text}
        dir="auto"
        rows={4}
        aria-label={t('words.label')}
      />
      <div className={classes.actions}>
        <Button size="xs" onClick={() => void copy()}>
          {t('words.copy')}
        </Button>
        <Button
          variant="default"
          size="xs"
          onClick={() => download(new Blob([text], { type: 'text/plain' }), 'plenary.txt')}
        >
          {t('words.download')}
        </Button>
        {have}
      </div>
    </>
  );
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
