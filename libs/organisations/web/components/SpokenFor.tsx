import { asApiError, say, sentenceFor } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { useChooseSpokes } from '../api/use-members';
import { useMembership } from '../api/use-membership';
import classes from './SpokenFor.module.css';

/** Always in sight: for whom one speaks; who acts for several organisations changes it here, too. */
export function SpokenFor() {
  const { t, i18n } = useTranslation('organisations');
  const { data } = useMembership();
  const choose = useChooseSpokes();
  if (!data?.actingFor) return null;
  const { organisations, actingFor } = data;
  const change = (id: string) =>
    choose.mutate(id, {
      onSuccess: () =>
        say(t('speaks-for.done', { name: organisations.find((each) => each.id === id)?.name })),
      onError: (error) => {
        const { code, params } = asApiError(error);
        say(sentenceFor(i18n, code, params), { tone: 'problem' });
      },
    });
  // A label belongs to the choice; without one there is nothing to label.
  const Frame = organisations.length < 2 ? 'div' : 'label';
  return (
    <Frame className={classes.spoken}>
      <span className={classes.label}>{t('speaks-for')}</span>
      {organisations.length < 2 ? (
        <bdi className={classes.name} title={actingFor.name}>
          {actingFor.acronym ?? actingFor.name}
        </bdi>
      ) : (
        <select
          className={classes.choice}
          value={actingFor.id}
          disabled={choose.isPending}
          onChange={(event) => change(event.currentTarget.value)}
        >
          {organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}
