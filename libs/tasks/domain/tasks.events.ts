import { defineEvent, type Subject } from '@plenary/ground/kernel';
import type { TaskState } from './vocabulary.js';

export const taskSubject = (id: string): Subject => ({ kind: 'task', id });

/** Those who show it, or a list of tasks, and may read it now. */
const toReaders = ({ subject }: { subject: Subject }) => ({ kind: 'subject', subject }) as const;

/** Payloads never carry words: whoever may read them asks for them. */
export const taskAdded = defineEvent<'task.added', { readonly groupId: string | null }>({
  name: 'task.added',
  audience: toReaders,
  record: {},
});

/** Its title, notes, due date or checklist. */
export const taskChanged = defineEvent<'task.changed', { readonly fields: readonly string[] }>({
  name: 'task.changed',
  audience: toReaders,
  record: { told: [{ as: 'parts', key: 'fields', words: 'tasks-record:field' }] },
});

/** To another place on its board; on the record where its state became another one. */
export const taskMoved = defineEvent<
  'task.moved',
  { readonly state: TaskState; readonly before: TaskState; readonly on: 'state' | 'order' }
>({
  name: 'task.moved',
  audience: toReaders,
  record: {
    only: { key: 'on', among: ['state'] },
    told: [{ as: 'word', key: 'state', words: 'tasks-record:state' }],
  },
});

/** Others are responsible now; those who were are told, too, that it is theirs no more. */
export const taskAssigned = defineEvent<
  'task.assigned',
  { readonly personIds: readonly string[]; readonly released: readonly string[] }
>({
  name: 'task.assigned',
  audience: ({ subject, payload }) => ({
    kind: 'several',
    of: [
      { kind: 'people', personIds: payload.released },
      { kind: 'subject', subject },
    ],
  }),
  record: {},
});

export const taskDeleted = defineEvent<'task.deleted', { readonly groupId: string | null }>({
  name: 'task.deleted',
  audience: toReaders,
  record: {},
});
