import { asApiError, say, sentenceFor } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { useChooseSpokes } from '../api/use-members';
import classes from './SpokesChoice.module.css';

interface Props {
  organisations: readonly { readonly id: string; readonly name: string }[];
  chosen: string;
}

/** Several organisations, and the one for which one speaks at present. */
export function SpokesChoice({ organisations, chosen }: Props) {
  const { t, i18n } = useTranslation('organisations');
  const choose = useChooseSpokes();
  const change = (id: string) =>
    choose.mutate(id, {
      onSuccess: () =>
        say(t('speaks-for.done', { name: organisations.find((each) => each.id === id)?.name })),
      onError: (error) => {
        const { code, params } = asApiError(error);
        say(sentenceFor(i18n, code, params), { tone: 'problem' });
      },
    });
  return (
    <select
      className={classes.choice}
      aria-label={t('organisations-public:speaks-for')}
      value={chosen}
      disabled={choose.isPending}
      onChange={(event) => change(event.currentTarget.value)}
    >
      {organisations.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
