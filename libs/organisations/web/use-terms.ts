import { nameOfTerm, type Term } from '@plenary/organisations/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoalition } from './api/use-coalition';

interface Coalition {
  readonly languages: readonly string[];
  readonly regions: readonly Term[];
  readonly constituencies: readonly Term[];
  /** Not said on the sign-in page, where nobody is asked for one. */
  readonly themes?: readonly Term[];
}
type Choice = { readonly value: string; readonly label: string };

/** The coalition's own regions, constituencies and themes, in the reader's language or the coalition's. */
export function useTerms(given?: Coalition | null) {
  const { i18n } = useTranslation();
  const { data } = useCoalition();
  const coalition = given ?? data;
  return useMemo(() => {
    const named = (terms: readonly Term[] = []): readonly Choice[] =>
      terms.map((term) => ({
        value: term.key,
        label: nameOfTerm(term, i18n.language, ...(coalition?.languages ?? [])),
      }));
    const [regions, constituencies] = [named(coalition?.regions), named(coalition?.constituencies)];
    const themes = named(coalition?.themes);
    const nameIn = (choices: readonly Choice[]) => (key: string | null) =>
      choices.find(({ value }) => value === key)?.label ?? '';
    return {
      ...{ regions, constituencies, themes },
      ...{ region: nameIn(regions), constituency: nameIn(constituencies), theme: nameIn(themes) },
    };
  }, [coalition, i18n.language]);
}
