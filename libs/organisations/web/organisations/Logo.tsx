import { Button, FileButton } from '@mantine/core';
import { useErrorSentence } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { useSetLogo } from '../api/use-mandates';
import { managing } from '../managing';
import classes from '../components/forms.module.css';

export const pictureAddress = (id: string): string => `/api/pictures/${id}`;

/** The buttons that change a logo, which the page shows; `id` null for that of the coalition. */
export function LogoField({ id, logoId }: { id: string | null; logoId: string | null }) {
  const { t } = useTranslation(managing);
  const set = useSetLogo(id);
  const { sentence } = useErrorSentence(set.error);
  return (
    <div className={classes.form}>
      <div className={classes.actions}>
        <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => file && set.mutate(file)}>
          {(props) => (
            <Button variant="default" loading={set.isPending} {...props}>
              {t(logoId ? 'logo.change' : 'logo.add')}
            </Button>
          )}
        </FileButton>
        {logoId && (
          <Button variant="subtle" disabled={set.isPending} onClick={() => set.mutate(null)}>
            {t('logo.remove')}
          </Button>
        )}
      </div>
      {sentence && (
        <p role="alert" className={classes.problem}>
          {sentence}
        </p>
      )}
    </div>
  );
}
