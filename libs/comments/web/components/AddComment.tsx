import { Button, TextInput } from '@mantine/core';
import { Dialog, say, useErrorSentence } from '@plenary/ground/web';
import { commentLimits } from '@plenary/comments/domain';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddComment } from '../api/use-comments';

/** COM-2: one more for the list. */
export function AddComment() {
  const { t } = useTranslation('comments');
  const [opened, setOpened] = useState(false);
  const form = useId();
  const add = useAddComment();
  const { sentence } = useErrorSentence(add.error);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name'));
    add.mutate(
      { name },
      {
        onSuccess: () => {
          setOpened(false);
          say(t('added', { name }));
        },
      },
    );
  }
  return (
    <>
      <Button
        onClick={() => {
          add.reset();
          setOpened(true);
        }}
      >
        {t('add')}
      </Button>
      <Dialog
        title={t('add')}
        opened={opened}
        onClose={() => setOpened(false)}
        actions={
          <>
            <Button variant="default" onClick={() => setOpened(false)}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" form={form} loading={add.isPending}>
              {t('add.do')}
            </Button>
          </>
        }
      >
        {opened && (
          <form id={form} onSubmit={submit}>
            <TextInput
              name="name"
              label={t('name')}
              maxLength={commentLimits.nameLength}
              error={sentence || undefined}
              required
              withAsterisk={false}
              dir="auto"
            />
          </form>
        )}
      </Dialog>
    </>
  );
}
