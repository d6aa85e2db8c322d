import { Button, TextInput } from '@mantine/core';
import { sentenceFor, useLinkSecret } from '@plenary/ground/web';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOutsideCode } from '../api/use-outside';
import { PublicPage } from '../components/PublicPage';
import { Fields } from '../components/Fields';
import classes from '../components/SignIn.module.css';
import { words } from '../words';

/** After a provider's answer: the code that is still missing, or what went wrong. */
export function OutsidePage() {
  const { t, i18n } = useTranslation(words);
  const navigate = useNavigate();
  const secret = useLinkSecret();
  const code = useOutsideCode();
  if (!secret) {
    const problem = new URLSearchParams(location.search).get('problem') ?? 'outside.refused';
    return (
      <PublicPage title={t('outside.problem')} lead={sentenceFor(i18n, problem)}>
        <div className={classes.fields}>
          <Link to="/" className={classes.forgotten}>
            {t('forgotten.back')}
          </Link>
        </div>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t('outside.code.title')} lead={t('outside.code.lead')}>
      <Fields
        error={code.error}
        onSubmit={(said) =>
          code.mutate(
            { secret, code: String(said.get('code')).trim() },
            { onSuccess: () => void navigate({ to: '/' }) },
          )
        }
      >
        <TextInput
          name="code"
          label={t('code')}
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          dir="ltr"
        />
        <Button type="submit" fullWidth loading={code.isPending}>
          {t('sign-in')}
        </Button>
      </Fields>
    </PublicPage>
  );
}
