import { Button } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';
import classes from './MoreFilters.module.css';

interface Props {
  /** How many of them filter at present. */
  chosen: number;
  children: ReactNode;
}

/** The filters beside the search: open where there is room; on a phone behind a button that says how many filter. */
export function MoreFilters({ chosen, children }: Props) {
  const { t } = useTranslation(managing);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button
        variant="default"
        className={classes.button}
        leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.75} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {chosen > 0 ? t('filters.chosen', { number: chosen }) : t('filters')}
      </Button>
      <div id={id} className={classes.filters} data-open={isOpen || undefined}>
        {children}
      </div>
    </>
  );
}
