import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../api/use-activity';
import { managing } from '../managing';

const pages: Readonly<
  Record<string, '/people/$id' | '/organisations/$id' | '/groups/$id' | '/statements/$id'>
> = {
  person: '/people/$id',
  organisation: '/organisations/$id',
  group: '/groups/$id',
  statement: '/statements/$id',
};

/** A name as the reader may see it, with the way to its page. */
export function Named({ of }: { of: Activity['subject'] | null }) {
  const { t } = useTranslation(managing);
  if (!of || of.kind === 'look') return <>{t('hidden.person')}</>;
  const page = pages[of.kind];
  if (!page) return <>{t('coalition')}</>;
  if (of.name === null) return <>{t(`hidden.${of.kind}`)}</>;
  return (
    <Link to={page} params={{ id: of.id }}>
      <bdi>{of.name}</bdi>
    </Link>
  );
}

const marks = { subject: '\u{E000}', person: '\u{E001}', other: '\u{E002}' } as const;

/** What happened, as one sentence; where the names stand in it, each language says. */
export function ActivitySentence({ row }: { row: Activity }) {
  const { t } = useTranslation(managing);
  const names: Record<string, Activity['subject'] | null> = {
    [marks.subject]: row.subject,
    [marks.person]: row.person,
    [marks.other]: row.other,
  };
  const parts = t(`say.${row.name}`, marks).split(/([\u{E000}-\u{E002}])/u);
  return (
    <>
      {parts.map((part, place) => (
        <Fragment key={place}>{part in names ? <Named of={names[part] ?? null} /> : part}</Fragment>
      ))}
    </>
  );
}
