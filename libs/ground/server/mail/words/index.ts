import type { InterfaceLanguage } from '@plenary/ground/kernel';

/** What stands under every e-mail. */
interface EnvelopeWords {
  readonly foot: string;
  /** Before the address of the one thing to do, in an e-mail without buttons. */
  readonly address: string;
}

export const envelopeWords: Readonly<Record<InterfaceLanguage, EnvelopeWords>> = {
  en: { foot: 'Sent by Plenary. Nobody reads answers to this address.', address: '{{label}}:' },
  es: { foot: 'Enviado por Plenary. Nadie lee las respuestas a esta dirección.', address: '{{label}}:' },
  fr: { foot: 'Envoyé par Plenary. Personne ne lit les réponses à cette adresse.', address: '{{label}} :' },
  ar: { foot: 'أرسلته Plenary. لا يقرأ أحد الردود على هذا العنوان.', address: '{{label}}:' },
};
