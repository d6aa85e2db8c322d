import { ActionIcon } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Dialog, Late, WaitingRows } from '@plenary/ground/web';
import { Suspense, useContext, useState, type ReactNode } from 'react';
import { Fill } from './Fill';
import { Titled } from './Titled';
import { useOpenPanels } from './use-open-panels';
import classes from './Panels.module.css';
import { StatementSlots, type InStatement, type StatementFilling } from './statement-slots';

type Panel = NonNullable<StatementFilling['panel']>;

/** At the side of the text, one under the other. What is in one is loaded once somebody opens it, on this device. */
export function Panels(at: InStatement) {
  const panels = useOpenPanels();
  return useContext(StatementSlots).map(({ key, panel }) => {
    if (!panel) return null;
    const isOpen = panels.isOpen(key);
    return (
      <Fill key={key}>
        <Whom panel={panel} at={at}>
          <div className={classes.panel}>
            <h2 className={classes.title}>
              <button
                type="button"
                className={classes.turn}
                aria-expanded={isOpen}
                onClick={() => panels.turn(key, !isOpen)}
              >
                <Titled title={panel.title}>{(title) => title}</Titled>
                <IconChevronDown size={16} aria-hidden />
              </button>
            </h2>
            {isOpen && (
              <Suspense
                fallback={
                  <Late>
                    <WaitingRows rows={4} />
                  </Late>
                }
              >
                <panel.Panel {...at} />
              </Suspense>
            )}
          </div>
        </Whom>
      </Fill>
    );
  });
}

/** On a phone each is a sheet behind a button. */
export function PanelButtons(at: InStatement) {
  const [open, setOpen] = useState<string | null>(null);
  const close = () => setOpen(null);
  return useContext(StatementSlots).map(
    ({ key, panel }) =>
      panel && (
        <Fill key={key}>
          <Whom panel={panel} at={at}>
            <Titled title={panel.title}>
              {(title) => (
                <>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={44}
                    aria-label={title}
                    onClick={() => setOpen(key)}
                  >
                    <panel.Icon size={20} />
                  </ActionIcon>
                  <Dialog title={title} opened={open === key} onClose={close}>
                    {open === key && <panel.Panel {...at} onGo={close} />}
                  </Dialog>
                </>
              )}
            </Titled>
          </Whom>
        </Fill>
      ),
  );
}

function Whom({ panel, at, children }: { panel: Panel; at: InStatement; children: ReactNode }) {
  return panel.For ? <panel.For {...at}>{children}</panel.For> : children;
}
