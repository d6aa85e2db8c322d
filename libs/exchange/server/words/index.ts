import { interfaceLanguages, type InterfaceLanguage } from '@plenary/ground/kernel';
import { emailLanguage, filled } from '@plenary/ground/server';
import { ar } from './ar.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';

const words: Readonly<Record<InterfaceLanguage, typeof en>> = { en, es, fr, ar };

export type FileWords = (key: keyof typeof en, values?: Readonly<Record<string, string>>) => string;

/** The same in every language in which a file may have gone out. */
export const inEveryLanguage: (...said: Parameters<FileWords>) => readonly string[] = (...said) =>
  interfaceLanguages.map((language) => fileWords(language)(...said));

/** What a file says by itself, in the language of its text; in English where that is none of the interface's. */
export const fileWords =
  (language: string): FileWords =>
  (key, values = {}) =>
    filled(words[emailLanguage(language)][key], values);
