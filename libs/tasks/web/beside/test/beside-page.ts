import { serverSays, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { paragraphAnchor, statementRules, type StatementView } from '@plenary/statements/domain';
import type { TaskView } from '@plenary/tasks/domain';
import { Editor, Node } from '@tiptap/core';

export const words = {
  ...wordsOf('tasks'),
  ...wordsOf('statements'),
  ...wordsOf('organisations'),
};

export const statement = {
  ...{ id: 's', title: 'On rescue', language: 'en', right: 'comment' },
  owner: { kind: 'group', groupId: 'sea', name: 'Sea rescue' },
} as StatementView;

const paragraphName = 'paragraph';

/** An editor with paragraphs as the page of a statement has them: `p0`, `p1` and so on. */
export function textOf(paragraphs: readonly string[]): Editor {
  const attributes = Object.entries({ id: null, ...statementRules.usual });
  return new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: [
      Node.create({ name: 'doc', topNode: true, content: 'paragraph+' }),
      Node.create({ name: 'text', group: 'inline' }),
      Node.create({
        name: paragraphName,
        content: 'inline*',
        addAttributes: () =>
          Object.fromEntries(attributes.map(([name, usual]) => [name, { default: usual }])),
        renderHTML: ({ node }) => ['p', { id: paragraphAnchor(String(node.attrs['id'])) }, 0],
      }),
    ],
    content: {
      type: 'doc',
      content: paragraphs.map((text, at) => ({
        ...{ type: paragraphName, attrs: { id: `p${at}` }, content: [{ type: 'text', text }] },
      })),
    },
  });
}

const may = { work: false, change: false, assign: false, take: false, giveBack: false, delete: false };

/** A task about the second paragraph, unless said otherwise. */
export const task = (number: number, wanted: Partial<TaskView> = {}): TaskView => ({
  ...{ id: `task-${number}`, groupId: 'sea', groupName: 'Sea rescue', title: `Task ${number}` },
  ...{ state: 'to_do', rank: 'a0', due: null, people: [], organisation: null, stepsDone: 0, steps: 0 },
  ...{ isMine: false, doneAt: null, changedAt: '2026-11-24T10:00:00Z', may },
  about: {
    ...{ kind: 'paragraph', id: 's', statementId: 's', statementTitle: 'On rescue' },
    ...{ paragraphId: 'p1', quote: 'Everybody is heard.' },
  },
  ...wanted,
});

export const mayWork = { ...may, work: true };
export const mayTake = { ...may, take: true };

const amara = { id: 'amara', displayName: 'Amara', email: 'amara@people.example', colour: '#5f6b66' };

/** What the person is in the coalition and in its two groups. */
export interface Stands {
  readonly coalition?: readonly string[];
  readonly sea?: 'lead' | 'member';
  readonly land?: 'lead' | 'member';
}

export function houseOf({ coalition = [], sea, land }: Stands, answers: Answers) {
  const groups = [
    { id: 'land', name: 'On land', myRole: land ?? null },
    { id: 'sea', name: 'Sea rescue', myRole: sea ?? null },
  ];
  return serverSays({
    'GET /api/me': {
      body: {
        person: { ...amara, language: 'en', fullName: null, languages: [], timeZone: null },
        session: { id: 'session', expiresAt: '2027-01-01T00:00:00Z', needsSecondFactor: false },
        impersonation: null,
      },
    },
    'GET /api/membership': {
      body: { coalitionRoles: coalition, organisations: [], actingFor: null, inactive: [] },
    },
    'GET /api/groups': { body: { items: groups, nextCursor: null, total: 2 } },
    'GET /api/statements/s': { body: statement },
    'GET /api/people': {
      body: { items: [{ id: 'jomar', name: 'Jomar', organisations: [] }], nextCursor: null, total: 1 },
    },
    'GET /api/organisations': {
      body: { items: [{ id: 'quay', name: 'Open Quay', acronym: null }], nextCursor: null },
    },
    ...answers,
  });
}
