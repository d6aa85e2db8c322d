import { useErrorSentence } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import type { DemoSignIn } from '../api/identity-api';
import { useDemoSignIns } from '../api/use-demo-sign-ins';
import { useSignIn } from '../api/use-sign-in';
import classes from './DemoSignIns.module.css';

/** Whom one may be on a demonstration: one line per role, one click to go in. Elsewhere there is nothing. */
export function DemoSignIns() {
  const { t } = useTranslation('identity-public');
  const { data } = useDemoSignIns();
  const signIn = useSignIn();
  const { sentence } = useErrorSentence(signIn.error);
  const open = data ?? [];
  if (open.length === 0) return null;
  return (
    <section className={classes.demo} aria-labelledby="demo-title">
      <h2 id="demo-title" className={classes.title}>
        {t('demo.title')}
      </h2>
      <p className={classes.text}>{t('demo.text')}</p>
      {sentence && <p role="alert">{sentence}</p>}
      <ul className={classes.list}>
        {open.map((person) => (
          <li key={person.email}>
            <DemoLine
              person={person}
              busy={signIn.isPending}
              onChoose={() => signIn.mutate(credentials(person))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DemoLine({ person, busy, onChoose }: { person: DemoSignIn; busy: boolean; onChoose: () => void }) {
  const { t, i18n } = useTranslation('identity-public');
  const key = `demo.role.${person.roleKey}`;
  return (
    <button type="button" className={classes.person} disabled={busy} onClick={onChoose}>
      <span className={classes.role}>
        {i18n.exists(key, { ns: 'identity-public' }) ? t(key) : t('demo.role.member')}
      </span>
      <span className={classes.name}>
        <span>
          <bdi>{person.name}</bdi>
        </span>
        {person.organisation && <bdi className={classes.organisation}>{person.organisation}</bdi>}
      </span>
    </button>
  );
}

const credentials = ({ email, password }: DemoSignIn) => ({ email, password });
