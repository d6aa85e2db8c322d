import { DataTable, NarrowLine, Section, type Column } from '@plenary/ground/web';
import type { Permission } from '../api/use-rights';
import { byChapter } from './chapters';
import classes from './rights.module.css';
import { usePermissionWords } from './use-permission-words';

/** Everything that can be done, and who may. */
export function PermissionTable({ permissions }: { permissions: readonly Permission[] }) {
  const { t } = usePermissionWords();
  const who = ({ by }: Permission) =>
    by
      .map(({ capacity, reach }) => {
        const whom = t(`capacities.${capacity}`);
        return reach === 'all' ? whom : t('who.own', { capacity: whom });
      })
      .join(' · ');
  const columns: Column<Permission>[] = [
    {
      key: 'what',
      title: t('what'),
      cell: (permission) => (
        <>
          {t(`permission.${permission.name}`)}
          <NarrowLine>{who(permission)}</NarrowLine>
        </>
      ),
    },
    { key: 'who', title: t('who'), wideOnly: true, cell: who },
  ];
  return byChapter(permissions).map(([chapter, found]) => (
    <Section key={chapter} title={t(`chapter.${chapter}`)}>
      <div className={classes.permissions}>
        <DataTable
          caption={t(`chapter.${chapter}`)}
          columns={columns}
          rows={found}
          rowKey={(permission) => permission.name}
        />
      </div>
    </Section>
  ));
}
