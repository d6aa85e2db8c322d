import { ActionIcon } from '@mantine/core';
import { Dialog } from '@plenary/ground/web';
import { useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Fill } from './Fill';
import { StatementSlots, type InStatement, type StatementFilling } from './statement-slots';

type Panel = NonNullable<StatementFilling['panel']>;

/** At the side of the text, one under the other. */
export function Panels(at: InStatement) {
  return useContext(StatementSlots).map(
    ({ key, panel }) =>
      panel && (
        <Fill key={key}>
          <Whom panel={panel} at={at}>
            <panel.Panel {...at} />
          </Whom>
        </Fill>
      ),
  );
}

/** On a phone each is a sheet behind a button. */
export function PanelButtons(at: InStatement) {
  const { i18n } = useTranslation('statements');
  const [open, setOpen] = useState<string | null>(null);
  const close = () => setOpen(null);
  return useContext(StatementSlots).map(({ key, panel }) => {
    if (!panel) return null;
    const title = i18n.t(panel.title);
    return (
      <Fill key={key}>
        <Whom panel={panel} at={at}>
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={title} onClick={() => setOpen(key)}>
            <panel.Icon size={20} />
          </ActionIcon>
          <Dialog title={title} opened={open === key} onClose={close}>
            {open === key && <panel.Panel {...at} onGo={close} />}
          </Dialog>
        </Whom>
      </Fill>
    );
  });
}

function Whom({ panel, at, children }: { panel: Panel; at: InStatement; children: ReactNode }) {
  return panel.For ? <panel.For {...at}>{children}</panel.For> : children;
}
