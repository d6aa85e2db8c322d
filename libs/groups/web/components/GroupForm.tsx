import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { asApiError, Dialog, useErrorSentence } from '@plenary/ground/web';
import { groupAccesses, groupLimits, type GroupAccess } from '@plenary/groups/domain';
import { useTerms } from '@plenary/organisations/web/parts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './groups.module.css';

export interface GroupFields {
  name: string;
  description: string;
  access: GroupAccess;
  /** Absent where the coalition has no themes, and nobody is asked. */
  theme?: string | null;
  /** Of a new one: whether who makes it leads it. */
  lead?: boolean;
}

interface Props {
  title: string;
  opened: boolean;
  group?: GroupFields;
  pending: boolean;
  error: unknown;
  onClose: () => void;
  onSave: (fields: GroupFields) => void;
}

/** What a group is called, what it works on, and how one comes into it. */
export function GroupForm({ title, opened, group, pending, error, onClose, onSave }: Props) {
  const { t } = useTranslation('groups');
  const form = useId();
  const { themes } = useTerms();
  const asked = themes.length > 0;
  const { sentence } = useErrorSentence(error);
  const isTheme = asked && asApiError(error).code === 'group.theme-unknown';
  return (
    <Dialog
      title={title}
      opened={opened}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" form={form} loading={pending}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          const said = new FormData(event.currentTarget);
          const text = (name: string) => String(said.get(name)).trim();
          onSave({
            name: text('name'),
            description: text('description'),
            access: text('access') as GroupAccess,
            ...(asked ? { theme: text('theme') || null } : {}),
            ...(group ? {} : { lead: said.get('lead') !== null }),
          });
        }}
      >
        <TextInput
          name="name"
          label={t('form.name')}
          defaultValue={group?.name}
          maxLength={groupLimits.nameLength}
          error={(!isTheme && sentence) || undefined}
          required
          withAsterisk={false}
          dir="auto"
        />
        <Textarea
          name="description"
          label={t('form.description')}
          defaultValue={group?.description}
          maxLength={groupLimits.descriptionLength}
          rows={4}
          dir="auto"
        />
        {asked && (
          <NativeSelect
            name="theme"
            label={t('form.theme')}
            defaultValue={group?.theme ?? ''}
            error={isTheme && sentence}
            data={[{ value: '', label: t('form.theme.none') }, ...themes]}
          />
        )}
        <NativeSelect
          name="access"
          label={t('form.access')}
          defaultValue={group?.access ?? 'open'}
          data={groupAccesses.map((value) => ({ value, label: t(`access.${value}`) }))}
        />
        {!group && <Checkbox name="lead" label={t('form.lead')} description={t('form.lead.hint')} />}
      </form>
    </Dialog>
  );
}
