import { asApiError, useErrorSentence } from '@plenary/ground/web';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { managing } from './managing';

/** Refusals that are about one field. */
const fieldOf: Readonly<Record<string, string>> = {
  'email.invalid': 'email',
  'organisation.name-empty': 'name',
  'organisation.name-taken': 'name',
  'coalition.name-empty': 'name',
  'person.name-empty': 'displayName',
  'coalition.region-unknown': 'region',
  'coalition.constituency-unknown': 'constituency',
};

/**
 * A refusal at the field that it is about, which takes the focus; what is about none of `fields` is the `rest`, for the
 * form as a whole. `as` says under which name the form has what the server calls otherwise.
 */
export function useFieldErrors(
  error: unknown,
  fields: readonly string[],
  as: Readonly<Record<string, string>> = {},
): { at: (field: string) => string | undefined; rest: unknown } {
  const { t } = useTranslation(managing);
  const { sentence } = useErrorSentence(error);
  const { code, params } = asApiError(error);
  const isShape = code === 'request.invalid';
  const path = isShape ? String(params['field'] ?? '').split('.') : [fieldOf[code] ?? ''];
  // `coordinator.email` is `email` in the form; of `description.es` the first part is.
  const asked = path.find((part) => fields.includes(as[part] ?? part)) ?? '';
  const wrong = as[asked] ?? asked;
  const isKnown = Boolean(error) && fields.includes(wrong);
  useEffect(() => {
    if (isKnown) document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
  }, [isKnown, error]);
  if (!isKnown) return { at: () => undefined, rest: error };
  const said = !isShape ? sentence : t(wrong === 'website' ? 'field.website' : 'field.wrong');
  return { at: (field) => (field === wrong ? said : undefined), rest: null };
}
