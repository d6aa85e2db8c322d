import { useFormat } from '@plenary/ground/web';
import { countries, representativeRoles } from '@plenary/organisations/domain';
import { type ChosenField } from '@plenary/arrivals/domain';
import { useTranslation } from 'react-i18next';
import { useTerms } from '@plenary/organisations/web/parts';
import { managing } from '../managing';

/** Languages of most lists; others are understood, too. */
const languages = 'en es fr ar pt de it nl ru uk tr fa ur hi bn sw am'.split(' ');

type Option = { readonly value: string; readonly label: string };

/** What a cell of a list may mean, by its name. */
export function useImportOptions(): (field: ChosenField) => readonly Option[] {
  const { t, i18n } = useTranslation(managing);
  const format = useFormat();
  const { regions, constituencies } = useTerms();
  const byName = (options: Option[]) =>
    options.sort((one, other) => one.label.localeCompare(other.label, i18n.language));
  return (field) => {
    switch (field) {
      case 'country':
        return byName(countries.map((value) => ({ value, label: format.country(value) })));
      case 'language':
        return byName(languages.map((value) => ({ value, label: format.language(value) })));
      case 'region':
        return regions;
      case 'constituency':
        return constituencies;
      case 'role':
        return representativeRoles.map((value) => ({ value, label: t(`representative.${value}`) }));
    }
  };
}
