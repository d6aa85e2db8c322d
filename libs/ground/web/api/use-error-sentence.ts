import type { i18n as I18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import { namespacesOfErrors } from '../i18n/words';
import { asApiError } from './api-error';

/** The sentence for an error, with its next step; the id helps an operator to find it in the log. */
export function useErrorSentence(error: unknown): { sentence: string; requestId: string | null } {
  const { i18n } = useTranslation('errors');
  if (!error) return { sentence: '', requestId: null };
  const { code, params, requestId } = asApiError(error);
  return { sentence: sentenceFor(i18n, code, params), requestId };
}

/** As `useErrorSentence`, for who has a code and no component. */
export function sentenceFor(
  i18n: I18n,
  code: string,
  params: Readonly<Record<string, unknown>> = {},
): string {
  const ns = namespacesOfErrors();
  const known = i18n.exists(`error.${code}`, { ns }) ? code : 'server.unexpected-answer';
  return i18n.t(`error.${known}`, { ...params, ns });
}
