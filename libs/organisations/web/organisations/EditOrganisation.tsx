import { Dialog, say } from '@plenary/ground/web';
import type { OrganisationDetailView } from '@plenary/organisations/domain';
import { useTranslation } from 'react-i18next';
import { useChangeOrganisation } from '../api/use-organisation-changes';
import { OrganisationForm } from './OrganisationForm';
import { managing } from '../managing';

interface Props {
  organisation: OrganisationDetailView;
  opened: boolean;
  onClose: () => void;
}

export function EditOrganisation({ organisation, opened, onClose }: Props) {
  const { t } = useTranslation(managing);
  const change = useChangeOrganisation(organisation.id);
  return (
    <Dialog title={t('edit')} opened={opened} onClose={onClose}>
      <OrganisationForm
        organisation={organisation}
        whole={organisation.may.decide}
        error={change.error}
        isPending={change.isPending}
        submit={t('common:save')}
        onSubmit={(fields) =>
          change.mutate(fields, {
            onSuccess: () => {
              say(t('common:saved'));
              onClose();
            },
          })
        }
      />
    </Dialog>
  );
}
