import { useFormat } from '@plenary/ground/web';
import type { Activity } from '../api/use-activity';
import { useActivityKinds, type Told } from '../api/use-activity-kinds';
import { useRecordWords } from './use-record-words';

/** What exactly changed, in words: "Active → Suspended", "Vote, from 25 November 2026", "117 lines". */
export function useActivityDetails(): (row: Activity) => string {
  const { t, i18n } = useRecordWords();
  const { data: kinds } = useActivityKinds();
  const format = useFormat();
  // A word that came with a newer server is left out rather than shown as a code.
  const word = (key: string) => (i18n.exists(key) ? i18n.t(key) : '');

  function read({ as, key, words = '', before, and, term = [] }: Told, row: Activity): string {
    const said = row.details;
    const value = said[key];
    switch (as) {
      case 'parts':
        return row.fields
          .map((field) => word(`${words}.${field}`))
          .filter(Boolean)
          .join(', ');
      case 'to': {
        const name = value ? word(`${words}.${value}`) : row.other?.name;
        return name ? t('to', { name }) : '';
      }
      case 'count':
        return Number(value) > 0
          ? i18n.t(words, { count: Number(value), number: format.number(Number(value)) })
          : '';
      case 'flag':
        return value ? word(words) : '';
      case 'reason':
        return value ? t('reason', { reason: value }) : '';
      case 'change':
        return change(said[before!] ? word(`${words}.${said[before!]}`) : '', wordFor(value));
      case 'word':
        return during(wordFor(value, and && said[and] ? and : undefined), term);
    }

    function wordFor(one: typeof value, with_?: string): string {
      return one ? word([`${words}.${one}`, ...(with_ ? [with_] : [])].join('.')) : '';
    }

    function during(what: string, [first, last]: readonly string[]): string {
      const [from, until] = [first, last].map((each) => {
        const day = each ? said[each] : undefined;
        return day ? format.day(String(day)) : '';
      });
      if (!what || !from) return what;
      return until ? t('term.both', { what, from, until }) : t('term.from', { what, from });
    }
  }

  const change = (before: string, after: string) =>
    before && after && before !== after ? t('change', { before, after }) : after;

  return (row) =>
    (kinds?.find(({ name }) => name === row.name)?.told ?? [])
      .map((told) => read(told, row))
      .filter(Boolean)
      .join(' · ');
}
