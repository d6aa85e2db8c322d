import { Dialog } from '@plenary/ground/web';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OrganisationFields } from '../api/organisations-api';
import { useAddOrganisation } from '../api/use-organisation-changes';
import { OrganisationForm } from './OrganisationForm';
import { managing } from '../managing';

/** For coordinators: an organisation that is accepted at once. */
export function AddOrganisation({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(managing);
  const add = useAddOrganisation();
  const navigate = useNavigate();
  return (
    <Dialog title={t('add')} opened={opened} onClose={onClose}>
      <OrganisationForm
        whole
        error={add.error}
        isPending={add.isPending}
        submit={t('add')}
        onSubmit={(fields) =>
          add.mutate(fields as OrganisationFields, {
            onSuccess: (id) => void navigate({ to: '/organisations/$id', params: { id } }),
          })
        }
      />
    </Dialog>
  );
}
