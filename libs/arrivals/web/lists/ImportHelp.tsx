import { Button } from '@mantine/core';
import { exportFields } from '@plenary/arrivals/domain';
import { representativeRoles } from '@plenary/organisations/domain';
import { useTranslation } from 'react-i18next';
import { fetchTemplate } from '../api/use-import';
import { useTerms } from '@plenary/organisations/web/parts';
import { managing } from '../managing';
import classes from './Import.module.css';

/** A list to fill in, and what its cells may say. */
export function ImportHelp() {
  const { t } = useTranslation(managing);
  const { regions, constituencies } = useTerms();
  const names = (choices: readonly { label: string }[]) => choices.map(({ label }) => label).join(' · ');
  const template = () => {
    const heads = exportFields.map((field) => t(`import.field.${field}`));
    fetchTemplate([heads, exportFields.map(() => '')], `${t('import.template.name')}.csv`);
  };
  const allowed = [
    [t('import.field.organisation'), t('import.allowed.organisation')],
    [t('import.field.country'), t('import.allowed.country')],
    [t('import.field.region'), names(regions)],
    [t('import.field.constituency'), names(constituencies)],
    [t('import.field.role'), representativeRoles.map((role) => t(`representative.${role}`)).join(' · ')],
    [t('import.field.languages'), t('import.allowed.languages')],
  ].filter(([, text]) => text !== '');
  return (
    <details className={classes.help}>
      <summary>{t('import.help')}</summary>
      <p>{t('import.help.text')}</p>
      <dl className={classes.allowed}>
        {allowed.map(([field, text]) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Button variant="default" onClick={template}>
        {t('import.template')}
      </Button>
    </details>
  );
}
