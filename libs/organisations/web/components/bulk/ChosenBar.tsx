import { SelectionBar, type Selection } from '@plenary/ground/web/selection';
import { organisationLimits } from '@plenary/organisations/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { managing } from '../../managing';

interface Props {
  selection: Selection<unknown>;
  /** What can be done; `tooMany` at once for one act that is all or none. */
  children: (tooMany: boolean) => ReactNode;
}

/** How many of a list are chosen, and what can be done with them. */
export function ChosenBar({ selection, children }: Props) {
  const { t } = useTranslation(managing);
  const { hidden } = selection;
  const count = selection.rows.length;
  const tooMany = count > organisationLimits.bulkLines;
  const notes = [
    hidden > 0 && t('selection.hidden', { count: hidden }),
    tooMany && t('selection.too-many', { most: organisationLimits.bulkLines }),
  ];
  return (
    <SelectionBar
      label={t('selection')}
      count={count}
      said={t('selection.count', { count })}
      note={notes.filter(Boolean).join(' · ') || undefined}
      clear={t('selection.clear')}
      onClear={selection.clear}
    >
      {children(tooMany)}
    </SelectionBar>
  );
}
