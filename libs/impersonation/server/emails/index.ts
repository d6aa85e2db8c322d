import { emailsIn } from '@plenary/ground/server';
import { ar } from './ar.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';

/** The room's e-mails by name, in the reader's language. */
export const impersonationEmail = emailsIn({ en, es, fr, ar });
