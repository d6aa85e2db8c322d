import { lettersIn } from '@plenary/ground/server';
import { ar } from './ar.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';

/** The room's letters by name, in the reader's language. */
export const looksLetter = lettersIn({ en, es, fr, ar });
