import { interfaceLanguages, type InterfaceLanguage } from '@plenary/ground/kernel';
import i18next from 'i18next';

const storedAt = 'plenary.language';

/** The language chosen on this device, else the first of the browser's that is shipped, else English. */
export function preferredLanguage(): InterfaceLanguage {
  for (const wanted of [chosenLanguage(), ...navigator.languages]) {
    const found = shipped(wanted);
    if (found) return found;
  }
  return 'en';
}

/** The language that someone chose by hand on this device; null when nobody did. */
export function chosenLanguage(): InterfaceLanguage | null {
  try {
    return shipped(localStorage.getItem(storedAt));
  } catch {
    return null; // storage is forbidden in this browser
  }
}

/** Switches the interface, and remembers it on this device. */
export async function chooseLanguage(language: InterfaceLanguage): Promise<void> {
  try {
    localStorage.setItem(storedAt, language);
  } catch {
    // Storage is forbidden: the choice lasts for this page.
  }
  await i18next.changeLanguage(language);
}

/** Narrows a language tag to one that is shipped. */
export function shipped(tag: string | null | undefined): InterfaceLanguage | null {
  const base = tag?.toLowerCase().split('-')[0];
  return interfaceLanguages.find((language) => language === base) ?? null;
}
