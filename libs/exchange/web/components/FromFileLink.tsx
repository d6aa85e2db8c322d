import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The way to begin a statement with what stands in a file. */
export function FromFileLink() {
  const { t } = useTranslation('exchange');
  return (
    <Button
      component={Link}
      {...({ to: '/statements/from-file' } as object)}
      variant="default"
      leftSection={<IconFileImport size={16} aria-hidden />}
    >
      {t('import.link')}
    </Button>
  );
}
