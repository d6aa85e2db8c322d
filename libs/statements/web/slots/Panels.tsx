import { ActionIcon } from '@mantine/core';
import { Dialog } from '@plenary/ground/web';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fill } from './Fill';
import { StatementSlots, type InStatement } from './statement-slots';

/** At the side of the text, one under the other. */
export function Panels(at: InStatement) {
  return useContext(StatementSlots).map(
    ({ key, panel }) =>
      panel && (
        <Fill key={key}>
          <panel.Panel {...at} />
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
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={title} onClick={() => setOpen(key)}>
          <panel.Icon size={20} />
        </ActionIcon>
        <Dialog title={title} opened={open === key} onClose={close}>
          {open === key && <panel.Panel {...at} onGo={close} />}
        </Dialog>
      </Fill>
    );
  });
}
