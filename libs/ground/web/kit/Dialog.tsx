import { CloseButton } from '@mantine/core';
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';

interface Props {
  title: string;
  opened: boolean;
  /** Called by Escape and the cross; absent when the question must be answered. */
  onClose?: () => void;
  children: ReactNode;
  actions?: ReactNode;
}

/**
 * A question that stands before everything else. The browser's own dialog keeps the focus inside, returns it on
 * closing, and hides the rest from screen readers; nothing of it has to be loaded.
 */
export function Dialog({ title, opened, onClose, children, actions }: Props) {
  const { t } = useTranslation();
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    const dialog = element.current;
    if (!dialog || dialog.open === opened) return;
    if (!opened) return dialog.close();
    dialog.showModal();
    firstField(dialog)?.focus();
  }, [opened]);
  // Taken away while it is open, the browser would not give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    return () => dialog?.close();
  }, []);

  return (
    <dialog
      ref={element}
      className={classes.dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      {opened && (
        <div className={classes.inside}>
          <div className={classes.head}>
            <h2 id={heading} className={classes.title}>
              {title}
            </h2>
            {onClose && <CloseButton aria-label={t('close')} onClick={onClose} />}
          </div>
          <div className={classes.body}>{children}</div>
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
      )}
    </dialog>
  );
}

/** Where somebody is to write or choose; in a question without a field, its first answer. The cross is the last resort. */
const firstField = (dialog: HTMLDialogElement): HTMLElement | null =>
  dialog.querySelector(
    `.${classes.body} :is(input:not([type=hidden], [type=file], [tabindex='-1']), select, textarea):not(:disabled)`,
  ) ?? dialog.querySelector(`.${classes.actions} :is(button, a):not(:disabled)`);
