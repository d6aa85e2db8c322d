import { interfaceLanguages } from '@plenary/ground/kernel';
import { useFormat } from '@plenary/ground/web';
import { constituencies, regions } from '@plenary/organisations/domain';
import { useTranslation } from 'react-i18next';
import { useCoalition } from '../api/use-coalition';
import { managing } from '../managing';

/** What both lists are filtered by, in words. */
export function useFilterOptions() {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const { data: coalition } = useCoalition();
  const languages = [...new Set<string>([...(coalition?.languages ?? []), ...interfaceLanguages])];
  return {
    regions: regions.map((region) => [region, t(`region.${region}`)] as const),
    constituencies: constituencies.map((each) => [each, t(`constituency.${each}`)] as const),
    languages: languages.map((tag) => [tag, format.language(tag)] as const),
  };
}
