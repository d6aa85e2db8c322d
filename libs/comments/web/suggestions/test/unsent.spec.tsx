/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import 'fake-indexeddb/auto';
import { serverSays } from '@plenary/ground/web/testing';
import { statementFromParagraphs } from '@plenary/statements/domain';
import { render, screen, waitFor, cleanup } from '@testing-library/react';
import { useReducer } from 'react';
import * as Y from 'yjs';
import { clearDrafts, DeviceDrafts } from '../drafts/device-drafts';
import { mayHaveUnsentDrafts } from '../drafts/has-unsent';
import type { KeptDraft } from '../drafts/kept-draft';
import { Mode } from '../mode';
import { useUnsentSuggestions } from '../use-unsent-suggestions';

const draft: KeptDraft = {
  ...{ id: 'one', statementId: 's', title: 'On rescue', language: 'en', client: 50 },
  ...{ update: new Uint8Array([0, 0]), written: 2, saved: 1, reason: 'Clearer' },
  ...{ isToSend: true, isOpen: false, refused: null },
};

/** Any page of the house. */
function Page({ personId }: { personId: string }) {
  useUnsentSuggestions(personId);
  const [looks] = useReducer((before: number) => before + 1, 0);
  return <p>A page {looks}</p>;
}

const leftBehind = async (personId: string) => {
  const drafts = await DeviceDrafts.open(personId);
  await drafts.put(draft);
  drafts.close();
};
const server = () =>
  serverSays({
    'PUT /api/suggestions/one/layer': { body: { id: 'one' } },
    'POST /api/suggestions/one/send': { status: 201, body: { id: 'one' } },
  });

afterEach(async () => {
  cleanup();
  await clearDrafts('amara');
  await clearDrafts('bruno');
});

describe('drafts that a browser was closed upon', () => {
  it('SUG-3 go out from any page, once the network is there', async () => {
    await leftBehind('amara');
    const asked = server();
    render(<Page personId="amara" />);
    await screen.findByText(/^A page/);
    window.dispatchEvent(new Event('online'));
    await waitFor(() =>
      expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
        'PUT /api/suggestions/one/layer',
        'POST /api/suggestions/one/send',
      ]),
    );
    await waitFor(() => expect(mayHaveUnsentDrafts('amara')).toBe(false));
  });

  it('SUG-3 are looked for only where there may be some, and never another person’s', async () => {
    await leftBehind('amara');
    expect([mayHaveUnsentDrafts('amara'), mayHaveUnsentDrafts('bruno')]).toEqual([true, false]);
    const asked = server();
    render(<Page personId="bruno" />);
    window.dispatchEvent(new Event('online'));
    await screen.findByText(/^A page/);
    expect(asked).toEqual([]);
    await clearDrafts('amara');
    expect(mayHaveUnsentDrafts('amara')).toBe(false);
  });
});

describe('how a text is read', () => {
  const mode = (personId: string) => {
    const text = new Y.Doc();
    Y.applyUpdate(text, statementFromParagraphs([{ text: 'Nobody drowns' }], 1));
    return new Mode(text, personId, { id: 's' } as never);
  };

  it('is remembered for each person on this device', () => {
    mode('amara').read('marks');
    expect([mode('amara').view, mode('bruno').view]).toEqual(['marks', 'text']);
    mode('bruno').read('accepted');
    expect([mode('amara').view, mode('bruno').view]).toEqual(['marks', 'accepted']);
  });

  it('is as it stands where nothing known was chosen', () => {
    localStorage.setItem('plenary.suggestions-view.amara', 'upside down');
    expect(mode('amara').view).toBe('text');
  });
});
