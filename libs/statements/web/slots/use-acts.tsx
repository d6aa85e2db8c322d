import type { StatementView } from '@plenary/statements/domain';
import { useContext, useState, type ReactNode } from 'react';
import type { MenuItem } from '../components/Menu';
import { Fill } from './Fill';
import { StatementSlots } from './statement-slots';
import { Titled } from './Titled';

/** What rooms above put into the menu over the text, and the dialog of the one that was chosen. */
export function useActs(statement: StatementView): { items: readonly MenuItem[]; dialog: ReactNode } {
  const fillings = useContext(StatementSlots);
  const [chosen, setChosen] = useState<string | null>(null);
  const items = fillings.flatMap(({ key, act }): MenuItem[] => {
    if (!act) return [];
    const label = (
      <Fill>
        <Titled title={act.title}>{(title) => title}</Titled>
      </Fill>
    );
    return [{ key, label, Icon: act.Icon, run: () => setChosen(key) }];
  });
  const act = fillings.find(({ key }) => key === chosen)?.act;
  const dialog = act && (
    <Fill key={chosen}>
      <act.Act statement={statement} onClose={() => setChosen(null)} />
    </Fill>
  );
  return { items, dialog };
}
