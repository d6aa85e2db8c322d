import { asApiError, useErrorSentence } from '@plenary/ground/web';

/**
 * The sentence for what went wrong, at the field that it is about: `fields` says which, by code; what is about none
 * stands at `otherwise`.
 */
export function useFieldError<Field extends string>(
  error: unknown,
  fields: Readonly<Record<string, Field>>,
  otherwise: Field,
): (field: Field) => string | undefined {
  const { sentence } = useErrorSentence(error);
  const at = error ? (fields[asApiError(error).code] ?? otherwise) : null;
  return (field) => (field === at ? sentence : undefined);
}
