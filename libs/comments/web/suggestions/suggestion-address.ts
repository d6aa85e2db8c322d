import { isId } from '@plenary/ground/kernel';
import { useEffect } from 'react';
import type { Mode } from './mode';

const prefix = 'suggestion-';

/** The part of an address that names one suggestion beside its text: `/statements/<id>#suggestion-<id>`. */
export const suggestionAnchor = (id: string): string => prefix + id;

function suggestionIn(hash: string): string | null {
  const id = hash.startsWith(`#${prefix}`) ? hash.slice(1 + prefix.length) : null;
  return isId(id) ? id : null;
}

/** Opens the suggestion that the address names. */
export function useSuggestionAddress(mode: Mode, open: () => void): void {
  useEffect(() => {
    const show = () => {
      const id = suggestionIn(location.hash);
      if (!id) return;
      mode.ask(id);
      open();
    };
    show();
    addEventListener('hashchange', show);
    return () => removeEventListener('hashchange', show);
  }, [mode, open]);
}
