import { DataTable, NarrowLine, Section, type Column } from '@plenary/ground/web';
import type { Deed } from '../api/use-rights';
import { byChapter } from './chapters';
import classes from './rights.module.css';
import { useDeedWords } from './use-deed-words';

/** Everything that can be done, and who may. */
export function DeedTable({ deeds }: { deeds: readonly Deed[] }) {
  const { t } = useDeedWords();
  const who = ({ by }: Deed) =>
    by
      .map(({ capacity, reach }) => {
        const whom = t(`capacities.${capacity}`);
        return reach === 'all' ? whom : t('who.own', { capacity: whom });
      })
      .join(' · ');
  const columns: Column<Deed>[] = [
    {
      key: 'what',
      title: t('what'),
      cell: (deed) => (
        <>
          {t(`deed.${deed.name}`)}
          <NarrowLine>{who(deed)}</NarrowLine>
        </>
      ),
    },
    { key: 'who', title: t('who'), wideOnly: true, cell: who },
  ];
  return byChapter(deeds).map(([chapter, found]) => (
    <Section key={chapter} title={t(`chapter.${chapter}`)}>
      <div className={classes.deeds}>
        <DataTable
          caption={t(`chapter.${chapter}`)}
          columns={columns}
          rows={found}
          rowKey={(deed) => deed.name}
        />
      </div>
    </Section>
  ));
}
