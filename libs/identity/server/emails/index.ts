import { emailLanguage, emailsIn } from '@plenary/ground/server';
import { ar } from './ar.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';

const words = { en, es, fr, ar };

/** The room's e-mails by name, in the reader's language. */
export const identityEmail = emailsIn(words);

/** What stands in the place of a name when its owner has left; in their language, since nobody else is meant. */
export const formerMember = (language: string): string => words[emailLanguage(language)]['former-member'];
