import * as Y from 'yjs';
import type { Cursor, Presence } from '@plenary/ground/collab/protocol';
import { PresenceMirror } from './presence-mirror.js';

const someone = (id: string, clientId: number | null, cursor: Cursor | null = null): Presence => ({
  ...{ id, clientId, cursor, personId: `p-${id}`, name: `Name ${id}`, organisation: 'Org' },
  ...{ colour: '#0b6e6e', right: 'edit' as const },
});
/** Names of characters, as the editor gives them. */
const cursor: Cursor = { anchor: [8, 12], head: [7, 0] };

describe('presence as the editor sees it', () => {
  function start() {
    const sent: (Cursor | null)[] = [];
    const mirror = new PresenceMirror(new Y.Doc(), (each) => sent.push(each));
    mirror.moveTo(7);
    return { mirror, sent, states: mirror.awareness.getStates() };
  }

  it('shows others by their client id, with name and colour, and oneself among the people only', () => {
    const { mirror, states } = start();
    mirror.reset('me', [someone('me', 7), someone('a', 8, cursor), someone('reader', null)]);
    expect(mirror.people).toHaveLength(3);
    expect([...states.keys()].sort()).toEqual([7, 8]);
    expect(states.get(8)).toEqual({
      user: {
        ...{ name: 'Name a', organisation: 'Org', color: '#0b6e6e' },
        ...{ personId: 'p-a', presenceId: 'a', right: 'edit' },
      },
      cursor,
    });
    mirror.destroy();
  });

  it('tells what came, changed and went, once', () => {
    const { mirror } = start();
    const heard: unknown[] = [];
    mirror.awareness.on('change', (changes: unknown, origin: unknown) => {
      if (origin === 'server') heard.push(changes);
    });
    mirror.reset('me', [someone('a', 8)]);
    mirror.change({ document: 'd', changed: [someone('a', 8, cursor), someone('b', 9)], left: [] });
    mirror.change({ document: 'd', changed: [someone('a', 8, cursor)], left: ['b'] });
    mirror.empty();
    expect(heard).toEqual([
      { added: [8], updated: [], removed: [] },
      { added: [9], updated: [8], removed: [] },
      { added: [], updated: [], removed: [9] },
      { added: [], updated: [], removed: [8] },
    ]);
    mirror.destroy();
  });

  it('sends the own cursor and nothing else, and keeps it when the client id changes', () => {
    const { mirror, sent } = start();
    mirror.awareness.setLocalStateField('user', { name: 'Forged', color: '#000000' });
    expect(sent).toEqual([]);
    mirror.awareness.setLocalStateField('cursor', cursor);
    mirror.moveTo(10);
    expect(mirror.awareness.clientID).toBe(10);
    expect(mirror.awareness.getLocalState()).toMatchObject({ cursor });
    expect(sent.at(-1)).toEqual(cursor);
    mirror.destroy();
  });
});
