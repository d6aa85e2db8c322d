import { interfaceLanguages } from '@plenary/ground/kernel';
import { useFormat } from '@plenary/ground/web';
import { useCoalition } from '../api/use-coalition';
import { useTerms } from '../use-terms';

/** What both lists are filtered by, in words. */
export function useFilterOptions() {
  const format = useFormat();
  const terms = useTerms();
  const { data: coalition } = useCoalition();
  const languages = [...new Set<string>([...(coalition?.languages ?? []), ...interfaceLanguages])];
  return {
    regions: terms.regions.map(({ value, label }) => [value, label] as const),
    constituencies: terms.constituencies.map(({ value, label }) => [value, label] as const),
    languages: languages.map((tag) => [tag, format.language(tag)] as const),
  };
}
