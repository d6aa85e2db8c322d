import type { i18n } from 'i18next';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What browsers say of a field that is not filled in as it should be is said in the language of the page. */
export function speakOfFields(words: i18n): () => void {
  const speak = ({ target }: Event) => {
    const field = target as Field;
    field.setCustomValidity('');
    const { valueMissing, typeMismatch, tooShort } = field.validity;
    const key = valueMissing ? 'missing' : typeMismatch ? 'form' : tooShort ? 'short' : null;
    if (key === null || (key === 'form' && field.type !== 'email')) return;
    field.setCustomValidity(words.t(`field.${key}`, { number: (field as HTMLInputElement).minLength }));
  };
  const listen = ({ target }: Event) => (target as Partial<Field>).setCustomValidity?.('');
  // They do not bubble.
  document.addEventListener('invalid', speak, true);
  document.addEventListener('input', listen, true);
  return () => {
    document.removeEventListener('invalid', speak, true);
    document.removeEventListener('input', listen, true);
  };
}
