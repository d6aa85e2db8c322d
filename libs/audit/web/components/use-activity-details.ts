import { useFormat } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../api/use-activity';
import { managing } from '../managing';

/** What exactly changed, in words: "Active → Suspended", "Vote, from 25 November 2026", "117 lines". */
export function useActivityDetails(): (row: Activity) => string {
  const { t, i18n } = useTranslation(managing);
  const format = useFormat();
  const ns = [...managing, 'organisations', 'statements'];
  // A word that came with a newer server is left out rather than shown as a code.
  const word = (key: string) => (i18n.exists(key, { ns }) ? i18n.t(key, { ns }) : '');
  const count = (key: string, value: unknown) =>
    Number(value) > 0 ? t(key, { count: Number(value), number: format.number(Number(value)) }) : '';
  const change = (before: string, after: string) =>
    before && after && before !== after ? t('change', { before, after }) : after;

  return ({ name, details, fields, other }) => {
    const said = details as Record<string, string | number | boolean | undefined>;
    const state = (value: unknown) => (value ? word(`state-of.${String(value)}`) : '');
    const right = (value: unknown) => (value ? word(`statements:right.${String(value)}`) : '');
    const role = said['coalitionRole'] ?? said['role'];
    const term = [said['from'], said['until']].map((day) => (day ? format.day(String(day)) : ''));
    const to = said['to'] ? word(`statements:subject.${String(said['to'])}`) : (other?.name ?? '');
    const parts: string[] = [
      name.startsWith('organisation.') ? change(state(said['before']), state(said['state'])) : '',
      name.startsWith('statement.') ? change(right(said['before']), right(said['right'])) : '',
      name.startsWith('statement.') && to ? t('to', { name: to }) : '',
      role ? word(roleKey(name, String(role), said['coalitionRole'] !== undefined)) : '',
      said['kind'] ? mandate(String(said['kind'])) : '',
      said['access'] ? word(`access.${String(said['access'])}`) : '',
      said['step'] ? word(`step.${String(said['step'])}`) : '',
      count('organisations', said['organisations']),
      count('people', said['people']),
      count('lines', said['lines']),
      said['addresses'] ? t('with-addresses') : '',
      said['unlisted'] ? t('with-unlisted') : '',
      fields
        .map((field) => word(`field.${field}`))
        .filter(Boolean)
        .join(', '),
      said['reason'] ? t('reason', { reason: said['reason'] }) : '',
    ];
    return parts.filter(Boolean).join(' · ');

    function mandate(kind: string): string {
      const [from, until] = term;
      const what = word(`mandate.${kind}${said['alternate'] ? '.alternate' : ''}`);
      if (!from) return what;
      return until ? t('term.both', { what, from, until }) : t('term.from', { what, from });
    }
  };
}

function roleKey(name: string, role: string, ofCoalition: boolean): string {
  if (ofCoalition || name.startsWith('coalition.')) return `organisations:role.${role}`;
  return name.startsWith('group.') ? `group-role.${role}` : `organisations:representative.${role}`;
}
