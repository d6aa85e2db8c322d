import type { Audience, RecordedEvent } from '@plenary/ground/kernel';

/** A row of `event_log`, as the driver gives it. */
export interface EventRow {
  id: string;
  name: string;
  subject_kind: string;
  subject_id: string;
  payload: object;
  audience: Audience;
  actor_id: string | null;
  organisation_id: string | null;
  at: Date;
}

export const recordedEvent = (row: EventRow): RecordedEvent => ({
  id: row.id,
  name: row.name,
  subject: { kind: row.subject_kind, id: row.subject_id },
  payload: row.payload,
  audience: row.audience,
  actorId: row.actor_id,
  organisationId: row.organisation_id,
  at: row.at.toISOString(),
});
