import { serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { statementFromParagraphs, type StatementView } from '@plenary/statements/domain';
import { ShownTextOfPage, type TextInstead } from '@plenary/statements/web';
import { cleanup, screen } from '@testing-library/react';
import { useState, type ComponentType, type ReactNode } from 'react';
import * as Y from 'yjs';
import { SaidWork, type Said } from '../../said-work';
import type { Suggestion } from '../api/use-suggestions';
import { SuggestionsPanel } from '../components/SuggestionsPanel';
import { base64Of } from '../drafts/base64';
import { OpenDraft } from '../drafts/open-draft';
import { Desk, tick } from './desk';

export const statement = { id: 's', title: 'On rescue', right: 'edit', language: 'en' } as StatementView;
const usual: Parameters<typeof statementFromParagraphs>[0] = [
  { text: 'Nobody drowns' },
  { text: 'Nobody is sent back' },
];
let text: Y.Doc;
export let desk: Desk;

/** A text on this page, to suggest upon. */
export async function beginPage(lines = usual): Promise<void> {
  text = new Y.Doc();
  Y.applyUpdate(text, statementFromParagraphs(lines, 1));
  desk = new Desk(text);
  await tick();
  Element.prototype.scrollIntoView = () => undefined;
}

export function endPage(): void {
  cleanup();
  desk.close();
}

export const organisation = (acronym: string) => ({ id: acronym, name: `The ${acronym}`, acronym });
const author = (name: string) => ({
  ...{ personId: name, name, colour: '#0b6e6e', organisation: organisation('SW') },
});

/** What somebody suggests, as the server lists it. */
export async function suggestion(
  client: number,
  name: string,
  act: (desk: Desk) => void,
): Promise<Suggestion> {
  const draft = new OpenDraft(text, client, null, () => undefined);
  const own = new Desk(draft.fork);
  await tick();
  act(own);
  await tick();
  const update = base64Of(draft.update!);
  own.close();
  draft.close();
  return {
    ...{
      id: name,
      statementId: 's',
      author: author(name),
      enteredFor: null,
      state: 'open',
      layer: { client, update },
    },
    ...{
      hasMore: false,
      wording: 1,
      reason: `${name} says why`,
      language: 'en',
      signals: [],
      mySignal: null,
    },
    ...{ decision: null, createdAt: '2026-11-24T10:00:00Z', changedAt: '2026-11-24T10:00:00Z' },
    may: { write: false, signal: true, decide: true, takeBack: false },
  };
}

type Work = ComponentType<Said> | null;

function Page({
  right = 'edit',
  shown,
  work,
}: {
  right?: StatementView['right'];
  shown?: ReactNode;
  work: Work;
}) {
  const [instead, setInstead] = useState<TextInstead | null>(null);
  return (
    <ShownTextOfPage.Provider value={{ text, instead, show: setInstead }}>
      <SaidWork.Provider value={work}>
        {shown ?? <SuggestionsPanel statement={{ ...statement, right }} editor={desk.editor} />}
      </SaidWork.Provider>
    </ShownTextOfPage.Provider>
  );
}

const me = {
  person: { id: 'Amara', displayName: 'Amara', email: 'amara@people.example', colour: '#5f6b66' },
  session: { id: 'session', expiresAt: '2027-01-01T00:00:00Z', needsSecondFactor: false },
  impersonation: null,
};

/** The panel, or what is to be shown in its place, upon a text with these suggestions. */
export async function open(
  items: readonly Suggestion[],
  more: Answers = {},
  right?: StatementView['right'],
  shown?: ReactNode,
  work: Work = null,
) {
  let listed = items;
  const asked = serverSays({
    'GET /api/me': { body: me },
    'GET /api/statements/s/suggestions': () => ({ body: { items: listed } }),
    ...more,
  });
  const { queries } = await show(<Page right={right} shown={shown} work={work} />, {
    ...wordsOf('comments'),
    ...wordsOf('statements'),
  });
  return { asked, queries, list: (now: readonly Suggestion[]) => (listed = now) };
}

export const rows = () => screen.getAllByRole('article').map((each) => each.getAttribute('data-id'));
export const row = (name: string) => screen.findByRole('article', { name: `Suggestion by ${name}` });
