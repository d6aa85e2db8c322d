import { NativeSelect } from '@mantine/core';
import { say, useErrorSentence } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { useChooseSpokes } from '../api/use-members';
import { useMembership } from '../api/use-membership';

/** Who acts for several organisations says for which one they speak; it shows beside their caret. */
export function SpeaksFor() {
  const { t } = useTranslation('organisations');
  const { data } = useMembership();
  const choose = useChooseSpokes();
  const { sentence } = useErrorSentence(choose.error);
  if (!data || data.organisations.length < 2) return null;
  return (
    <NativeSelect
      label={t('organisations-public:speaks-for')}
      description={t('speaks-for.note')}
      value={data.actingFor?.id ?? ''}
      disabled={choose.isPending}
      error={sentence || undefined}
      onChange={(event) => {
        const { value } = event.currentTarget;
        const name = data.organisations.find((each) => each.id === value)?.name;
        choose.mutate(value, { onSuccess: () => say(t('speaks-for.done', { name })) });
      }}
      data={data.organisations.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
