import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { say, useErrorSentence } from '@plenary/ground/web';
import { coalitionRoles, type PersonView } from '@plenary/organisations/domain';
import { useTranslation } from 'react-i18next';
import { useCoalitionRole } from '../api/use-members';
import classes from '../components/forms.module.css';
import { managing } from '../managing';

/** For coordinators: a person's roles in the coalition. Each change works at once and can be undone. */
export function CoalitionRoles({ person }: { person: PersonView }) {
  const { t } = useTranslation(managing);
  const change = useCoalitionRole(person.id);
  const { sentence } = useErrorSentence(change.error);
  return (
    <div className={`${classes.form} ${classes.roles}`}>
      {coalitionRoles.map((role) => (
        <Checkbox
          key={role}
          label={t(`role.${role}`)}
          description={t(`role.${role}.text`)}
          checked={
            change.isPending && change.variables.role === role
              ? change.variables.has
              : person.coalitionRoles.includes(role)
          }
          disabled={change.isPending}
          onChange={(event) =>
            change.mutate(
              { role, has: event.currentTarget.checked },
              { onSuccess: () => say(t('common:saved')) },
            )
          }
        />
      ))}
      {sentence && (
        <p role="alert" className={classes.problem}>
          {sentence}
        </p>
      )}
    </div>
  );
}
