import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Activity } from '../api/use-activity';
import { useRecordWords } from './use-record-words';

/** A name as the reader may see it, with the way to its page. */
export function Named({ of }: { of: Activity['subject'] | null }) {
  const { t } = useRecordWords();
  if (of?.name == null) return <>{t([`unnamed.${of?.kind ?? 'person'}`, 'unnamed'])}</>;
  return of.link === null ? (
    <bdi>{of.name}</bdi>
  ) : (
    <Link to={of.link}>
      <bdi>{of.name}</bdi>
    </Link>
  );
}

const marks = { subject: '\u{E000}', person: '\u{E001}', other: '\u{E002}' } as const;

/** What happened, as one sentence; where the names stand in it, each language says. */
export function ActivitySentence({ row }: { row: Activity }) {
  const { t } = useRecordWords();
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
