import { Button, CloseButton, TextInput } from '@mantine/core';
import { Dialog, say, useErrorSentence } from '@plenary/ground/web';
import { organisationLimits } from '@plenary/organisations/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRemoveList, useSavedLists, useSaveList } from '../api/use-saved-lists';
import { managing } from '../managing';
import classes from '../components/forms.module.css';

interface Props {
  list: 'organisations' | 'people';
  /** What is filtered at present. */
  search: Readonly<Record<string, string | undefined>>;
  onOpen: (search: Record<string, string>) => void;
}

/** Searches that one comes back to, under names of one's own. */
export function SavedLists({ list, search, onOpen }: Props) {
  const { t } = useTranslation(managing);
  const { data: saved = [] } = useSavedLists(list);
  const save = useSaveList();
  const remove = useRemoveList();
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const { sentence } = useErrorSentence(save.error);
  const filled = Object.fromEntries(
    Object.entries(search).filter((each): each is [string, string] => Boolean(each[1])),
  );
  const hasFilter = Object.keys(filled).length > 0;
  if (saved.length === 0 && !hasFilter) return null;
  const keep = () =>
    save.mutate(
      { list, name, search: filled },
      {
        onSuccess: () => {
          say(t('common:saved'));
          setNaming(false);
          setName('');
        },
      },
    );
  const takeAway = (each: (typeof saved)[number]) =>
    remove.mutate(each.id, {
      onSuccess: () =>
        say(t('lists.removed', { name: each.name }), {
          action: {
            label: t('common:undo'),
            run: () => save.mutate({ list, name: each.name, search: each.search }),
          },
        }),
    });
  return (
    <div className={classes.actions} role="group" aria-label={t('lists')}>
      {saved.map((each) => (
        <span key={each.id} className={classes.kept}>
          <Button size="xs" variant="default" onClick={() => onOpen(each.search)}>
            <bdi>{each.name}</bdi>
          </Button>
          <CloseButton
            aria-label={t('lists.remove-named', { name: each.name })}
            onClick={() => takeAway(each)}
          />
        </span>
      ))}
      {hasFilter && (
        <Button size="xs" variant="transparent" px={0} onClick={() => setNaming(true)}>
          {t('lists.save')}
        </Button>
      )}
      <Dialog
        title={t('lists.save')}
        opened={naming}
        onClose={() => setNaming(false)}
        actions={
          <Button disabled={name.trim() === ''} loading={save.isPending} onClick={keep}>
            {t('common:save')}
          </Button>
        }
      >
        <TextInput
          label={t('column.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={organisationLimits.savedListNameLength}
          error={sentence || undefined}
          dir="auto"
        />
      </Dialog>
    </div>
  );
}
