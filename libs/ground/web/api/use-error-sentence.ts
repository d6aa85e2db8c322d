import { useTranslation } from 'react-i18next';
import { asApiError } from './api-error';

/** The sentence for an error, with its next step; the id helps an operator to find it in the log. */
export function useErrorSentence(error: unknown): { sentence: string; requestId: string | null } {
  const { t, i18n } = useTranslation('errors');
  if (!error) return { sentence: '', requestId: null };
  const { code, params, requestId } = asApiError(error);
  const known = i18n.exists(code, { ns: 'errors' }) ? code : 'server.unexpected-answer';
  return { sentence: t(known, params), requestId };
}
