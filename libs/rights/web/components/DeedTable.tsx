import { DataTable, NarrowLine, Section, type Column } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import type { Deed } from '../api/use-rights';
import { managing } from '../managing';
import { byChapter } from './chapters';

/** Everything that can be done, and who may. */
export function DeedTable({ deeds }: { deeds: readonly Deed[] }) {
  const { t } = useTranslation(managing);
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
      <DataTable
        caption={t(`chapter.${chapter}`)}
        columns={columns}
        rows={found}
        rowKey={(deed) => deed.name}
      />
    </Section>
  ));
}
