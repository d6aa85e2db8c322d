import type { InterfaceLanguage } from '@plenary/ground/kernel';

/** What stands under every letter. */
interface EnvelopeWords {
  readonly foot: string;
}

export const envelopeWords: Readonly<Record<InterfaceLanguage, EnvelopeWords>> = {
  en: { foot: 'Sent by Plenary. Nobody reads answers to this address.' },
  es: { foot: 'Enviado por Plenary. Nadie lee las respuestas a esta dirección.' },
  fr: { foot: 'Envoyé par Plenary. Personne ne lit les réponses à cette adresse.' },
  ar: { foot: 'أرسلته Plenary. لا يقرأ أحد الردود على هذا العنوان.' },
};
