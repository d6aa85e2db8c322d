import { Button, CloseButton, TextInput } from '@mantine/core';
import { pageLimit } from '@plenary/ground/kernel';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format';
import classes from './ListTools.module.css';

/** Filters above a list; they stay while the list scrolls and wrap on a phone. */
export function ListTools({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="search" aria-label={label} className={classes.tools}>
      {children}
    </div>
  );
}

/** How many lines a list has in all, as its room says it; nothing while that is not known. */
export function ListTotal({
  total,
  say,
}: {
  total: number | null | undefined;
  say: (count: number, number: string) => string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (total === null || total === undefined) return null;
  const most = pageLimit.counted;
  const counted = Math.min(total, most);
  const said = say(counted, format.number(counted));
  return (
    // A list without lines says so itself, to the eye; that it has none now is read out here.
    <p role="status" className={classes.total} data-none={total === 0 || undefined}>
      {total > most ? t('total.more', { total: said }) : said}
    </p>
  );
}

/** Search as one types; asks a quarter of a second after the last key. */
export function SearchField({
  label,
  value,
  onSearch,
}: {
  label: string;
  value: string;
  onSearch: (value: string) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);

  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onSearch(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);

  return (
    <TextInput
      className={classes.search}
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      maxLength={100}
      onChange={(event) => setTyped(event.currentTarget.value)}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
      rightSection={typed && <CloseButton aria-label={t('search-clear')} onClick={() => setTyped('')} />}
    />
  );
}

interface PagedQuery {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** The way to the next page of a list; nothing on the last. */
export function LoadMore({ query }: { query: PagedQuery }) {
  const { t } = useTranslation();
  if (!query.hasNextPage) return null;
  return (
    <div className={classes.more}>
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('load-more')}
      </Button>
    </div>
  );
}
