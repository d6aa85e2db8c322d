import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from './Confirm';
import { ReasonField } from './ReasonField';

interface Props {
  isAsked: boolean;
  isPending: boolean;
  onReject: (reason: string) => void;
  onClose: () => void;
  title?: string;
  children?: ReactNode;
}

/** SUG-5: with a reason, which its author reads. */
export function RejectDialog({ onReject, title, children, ...asked }: Props) {
  const { t } = useTranslation('comments-suggestions');
  const [reason, setReason] = useState('');
  return (
    <Confirm
      {...asked}
      title={title ?? t('reject.title')}
      act={t('reject.do')}
      onAct={() => onReject(reason.trim())}
    >
      <ReasonField
        label={t('reject.reason')}
        description={t('reject.reason.hint')}
        value={reason}
        minRows={2}
        onChange={setReason}
      />
      {children}
    </Confirm>
  );
}
