import { Button } from '@mantine/core';
import { Dialog } from '@plenary/ground/web';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  /** Names the act. */
  act: string;
  isAsked: boolean;
  isPending: boolean;
  /** Something is gone for good afterwards. */
  isGrave?: boolean;
  isDisabled?: boolean;
  onAct: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks before something is done to a suggestion. */
export function Confirm({ title, act, isAsked, isPending, isGrave, isDisabled, ...props }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={title}
      opened={isAsked}
      onClose={props.onClose}
      actions={
        <>
          <Button variant="default" onClick={props.onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            {...(isGrave ? { color: 'red' } : {})}
            loading={isPending}
            disabled={isDisabled ?? false}
            onClick={props.onAct}
          >
            {act}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}

/** SUG-2: of a draft its words go; what was sent stays readable as withdrawn. */
export function ConfirmWithdrawal({
  isDraft,
  ...asked
}: Pick<Props, 'isAsked' | 'isPending' | 'onAct' | 'onClose' | 'children'> & { isDraft: boolean }) {
  const { t } = useTranslation('comments-suggestions');
  const { children } = asked;
  return (
    <Confirm
      {...asked}
      title={t(isDraft ? 'delete.title' : 'withdraw.title')}
      act={t(isDraft ? 'draft.delete' : 'withdraw')}
      isGrave
    >
      <p>{t(isDraft ? 'delete.text' : 'withdraw.text')}</p>
      {children}
    </Confirm>
  );
}
