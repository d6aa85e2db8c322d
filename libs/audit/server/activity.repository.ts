import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { eventsOnRecord, type EventRecord, type Subject } from '@plenary/ground/kernel';
import type { EventLogEntity } from '@plenary/ground/server';

export interface ActivityFilter {
  /** Organisations whose activity the reader may see (AUD-1); null for everything. */
  readonly scope: readonly string[] | null;
  /** Ids of the organisations about which the reader may learn, as a part of a query; null for all. */
  readonly subjects: { readonly sql: string; readonly parameters: object } | null;
  readonly name: string | null;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly subject: Subject | null;
  readonly from: Date | null;
  readonly until: Date | null;
  /** The number of the last line of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

export type ActivityRow = Omit<EventLogEntity, 'audience'>;

/**
 * What an organisation has to do with an event: in its name (`isInNameOf`), or about it. Each has an index that ends with
 * the number.
 */
const tiesOf = (value: (given: unknown) => string) => [
  `e.organisation_id = own.id AND e.name <> ALL(${value(namesDoneFor('coalition'))})
     AND CASE WHEN e.subject_kind = 'organisation' THEN e.subject_id = own.id::text
              ELSE e.name <> ALL(${value(namesDoneFor('subject'))}) END`,
  `e.subject_kind = 'organisation' AND e.subject_id = own.id::text`,
];

const namesDoneFor = (doneFor: EventRecord['doneFor']): string[] =>
  [...eventsOnRecord()].flatMap(([name, record]) => (record.doneFor === doneFor ? [name] : []));

/** The query on the event log. */
@Injectable()
export class ActivityRepository {
  /** The newest first; one line more than `limit`. */
  list(tx: EntityManager, filter: ActivityFilter): Promise<ActivityRow[]> {
    const values: unknown[] = [];
    const value = (given: unknown) => `$${values.push(given)}`;
    const { scope, subjects, name, person, organisation, subject, from, until, after } = filter;
    const onRecord = eventsOnRecord();
    const conditions = [name ? `e.name = ${value(name)}` : `e.name = ANY(${value([...onRecord.keys()])})`];
    for (const [each, { only }] of onRecord) {
      // AUD-2
      if (only && (name === null || name === each)) {
        const { key, among } = only;
        conditions.push(`(e.name <> ${value(each)} OR e.payload->>${value(key)} = ANY(${value(among)}))`);
      }
    }
    if (subjects) {
      const named = subjects.parameters as Readonly<Record<string, unknown>>;
      const among = subjects.sql.replace(/:(\w+)/g, (_, key: string) => value(named[key]));
      conditions.push(`(e.subject_kind <> 'organisation' OR e.subject_id IN (${among}))`);
    }
    if (person) conditions.push(`e.actor_id = ${value(person)}`);
    if (subject) {
      conditions.push(`e.subject_kind = ${value(subject.kind)} AND e.subject_id = ${value(subject.id)}`);
    }
    if (from) conditions.push(`e.at >= ${value(from)}`);
    if (until) conditions.push(`e.at < ${value(until)}`);
    if (after) conditions.push(`e.id < ${value(after)}`);
    const limit = value(filter.limit + 1);
    const newest = (tie: string) =>
      `SELECT e.id FROM event_log e WHERE ${[tie, ...conditions].join(' AND ')} ORDER BY e.id DESC LIMIT ${limit}`;
    const about = organisation ? [organisation] : scope;
    const ties = about ? tiesOf(value) : [];
    // Each organisation and tie by itself: joined by OR, the database may read the whole log backwards for an
    // organisation that has been silent for long. So it reads that organisation's lines, by their index.
    const found = about
      ? `SELECT found.id FROM unnest(${value(about)}::uuid[]) AS own (id)
           CROSS JOIN LATERAL (${ties.map((tie) => `(${newest(tie)})`).join(' UNION ALL ')}) AS found`
      : newest('true');
    return tx.query(
      `SELECT e.id, e.name, e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.payload,
              e.actor_id AS "actorId", e.organisation_id AS "organisationId", e.at
         FROM event_log e WHERE e.id IN (${found}) ORDER BY e.id DESC LIMIT ${limit}`,
      values,
    );
  }
}
