import { sessionOver, withWords, type UnsentWork as Work } from '@plenary/ground/web';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DemoSignIns } from './DemoSignIns';
import { PublicPage } from './PublicPage';
import classes from './SignIn.module.css';
import { SignInForm } from './SignInForm';
import { words } from '../words';

// Words that a session left unsent are rare: what shows them comes with them. It was kept with the application.
const UnsentWork = lazy(() =>
  withWords(words, () => import('./UnsentWork'))().then(({ UnsentWork: it }) => ({ default: it })),
);

interface Props {
  /** True when a session ended, rather than was never begun. */
  ended: boolean;
  unsent: readonly Work[];
  onUnsent: (works: readonly Work[]) => void;
  /** What rooms above offer to somebody without an account. */
  besideSignIn?: ReactNode;
}

/** The sign-in page: language first, then the form; on a demonstration, whom one may be. */
export function SignIn({ ended, unsent, onUnsent, besideSignIn }: Props) {
  const { t } = useTranslation('identity-public');
  return (
    <PublicPage
      title={t(ended ? 'sign-in.ended.title' : 'sign-in.title')}
      lead={t(ended ? 'sign-in.ended' : 'sign-in.lead')}
      aside={<DemoSignIns />}
    >
      {sessionOver() === 'owed' && (
        <p role="status" className={classes.ended}>
          {t('sign-out.owed')}
        </p>
      )}
      {unsent.length > 0 && (
        <section className={classes.unsent}>
          <h2 className={classes.unsentTitle}>{t('unsent.title')}</h2>
          <p className={classes.unsentText}>{t('unsent.ended')}</p>
          {/* Nobody is signed in, so nothing can be sent from here: copying is what is left. */}
          <Suspense>
            <UnsentWork works={unsent.map(({ send: _, ...work }) => work)} onSent={() => undefined} />
          </Suspense>
          <button type="button" className={classes.discard} onClick={() => onUnsent([])}>
            {t('unsent.discard')}
          </button>
        </section>
      )}
      <SignInForm />
      {besideSignIn}
    </PublicPage>
  );
}
