import { useFormat } from '@plenary/ground/web';
import type { FollowingView, EmailsView, ProcessView, TimesView } from '@plenary/operation/domain';
import { useTranslation } from 'react-i18next';
import classes from './operation.module.css';

type Timed = 'saved' | 'told' | 'joined';

/** The figures of all processes together. */
export function Facts({
  processes,
  emails,
  following,
}: {
  processes: readonly ProcessView[];
  emails: EmailsView;
  following: FollowingView;
}) {
  const { t } = useTranslation('operation');
  const { number } = useFormat();
  const sum = (of: (each: ProcessView) => number) => processes.reduce((all, each) => all + of(each), 0);
  const [readers, slow] = [sum((each) => each.readers), sum((each) => each.slowReaders)];
  return (
    <dl className={classes.facts}>
      <Fact name={t('connections')} figure={number(sum((each) => each.connections))}>
        {t('connections.note')}
      </Fact>
      <Fact name={t('documents')} figure={number(sum((each) => each.documents))}>
        {t('documents.note', { readers: number(readers) })}
      </Fact>
      <TimeFact which="saved" processes={processes} />
      <TimeFact which="told" processes={processes} />
      <TimeFact which="joined" processes={processes} />
      <Fact name={t('slow')} figure={number(slow)}>
        {t('slow.note', { letGo: number(sum((each) => each.readersLetGo)) })}
      </Fact>
      <Fact name={t('emails')} figure={number(emails.waiting)}>
        {emails.failed > 0 ? t('emails.failed', { count: emails.failed }) : t(`emails.${emails.delivery}`)}
      </Fact>
      <Fact name={t('following')} figure={number(following.waiting)}>
        {t('following.note', { dead: number(following.dead) })}
      </Fact>
    </dl>
  );
}

/** The slowest process counts: somebody is at it. */
function TimeFact({ which, processes }: { which: Timed; processes: readonly ProcessView[] }) {
  const { t } = useTranslation('operation');
  const { milliseconds } = useFormat();
  const known = processes.flatMap((each): TimesView[] => (each[which] ? [each[which]] : []));
  if (known.length === 0) {
    return (
      <Fact name={t(which)} figure="–">
        {t('times.none')}
      </Fact>
    );
  }
  const worst = (part: 'p50' | 'p95') =>
    milliseconds(Math.ceil(Math.max(...known.map((each) => each[part]))));
  return (
    <Fact name={t(which)} figure={worst('p50')}>
      {t('times.most', { most: worst('p95') })}
    </Fact>
  );
}

function Fact({ name, figure, children }: { name: string; figure: string; children: string }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd className={classes.figure}>{figure}</dd>
      <dd className={classes.quiet}>{children}</dd>
    </div>
  );
}
