import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useErrorSentence } from '@plenary/ground/web';
import type { OrganisationView } from '@plenary/organisations/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useExport } from '../api/use-import';
import { Affected, BulkDialog, bulk as classes } from '@plenary/organisations/web/parts';
import { managing } from '../managing';

/** The organisations chosen as a list onto this device; what is confidential goes along only when asked for (ORG-15). */
export function DownloadChosen({
  rows,
  onClose,
}: {
  rows: readonly OrganisationView[];
  onClose: () => void;
}) {
  const { t } = useTranslation(managing);
  const [addresses, setAddresses] = useState(false);
  const [unlisted, setUnlisted] = useState(false);
  const download = useExport(onClose);
  const { sentence } = useErrorSentence(download.error);
  const secret = rows.filter((row) => row.listing === 'unlisted').length;
  const going = rows.filter((row) => unlisted || row.listing === 'listed');
  return (
    <BulkDialog
      title={t('bulk.download.title', { count: going.length })}
      action={t('bulk.download')}
      disabled={going.length === 0}
      pending={download.isPending}
      problem={sentence}
      onClose={onClose}
      onDo={() => download.begin({ unlisted, addresses, ids: going.map(({ id }) => id) })}
    >
      <Affected rows={going} />
      <p className={classes.hint}>{t('bulk.download.text')}</p>
      <Checkbox
        label={t('bulk.download.addresses')}
        checked={addresses}
        onChange={(event) => setAddresses(event.currentTarget.checked)}
      />
      {secret > 0 && (
        <Checkbox
          label={t('bulk.download.unlisted', { count: secret })}
          checked={unlisted}
          onChange={(event) => setUnlisted(event.currentTarget.checked)}
        />
      )}
    </BulkDialog>
  );
}
