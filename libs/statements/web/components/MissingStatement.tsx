import { Button } from '@mantine/core';
import { Page, useErrorSentence } from '@plenary/ground/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { writing } from '../writing';

/** There is no such statement, or none for this person: a heading, the sentence, and a way back. */
export function MissingStatement({ error }: { error: unknown }) {
  const { t } = useTranslation(writing);
  const { sentence } = useErrorSentence(error);
  return (
    <Page title={t('missing.title')} width="reading">
      <p role="alert">{sentence}</p>
      <Button component={Link} {...({ to: '/statements' } as object)} variant="default">
        {t('back')}
      </Button>
    </Page>
  );
}
