import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A word of the room that fills a slot; it comes with no page of ours. */
export function Titled({ title, children }: { title: string; children: (title: string) => ReactNode }) {
  const { i18n } = useTranslation(title.split(':')[0]);
  return children(i18n.t(title));
}
