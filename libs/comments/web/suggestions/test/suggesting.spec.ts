/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import 'fake-indexeddb/auto';
import {
  CharacterRanges,
  FlatText,
  forkOf,
  readLayers,
  stateWithBoth,
  withoutCharacters,
  type LayerPart,
} from '@plenary/ground/text';
import { refusal, serverSays, type Answers } from '@plenary/ground/web/testing';
import { attributeNames, statementFromParagraphs } from '@plenary/statements/domain';
import * as Y from 'yjs';
import { suggestionCopies } from '../copies';
import { base64Of, bytesOf } from '../drafts/base64';
import { clearDrafts, DeviceDrafts } from '../drafts/device-drafts';
import { Suggesting } from '../drafts/suggesting';
import { sendAllUnsent, unsentSuggestions } from '../drafts/unsent-work';
import { Desk, tick, wordsIn } from './desk';

const statement = { id: 's', title: 'On rescue', language: 'en' };
const client = 50;
let text: Y.Doc;
let before: Uint8Array;
/** What the server has of each suggestion. */
let kept: Map<string, Uint8Array>;
let sent: { id: string; reason: string }[];
let isAway: boolean;
let pages: Suggesting[];

const away = (): never => {
  throw new TypeError('no network');
};
let clients: number;
const answers: Answers = {
  'POST /api/statements/s/suggestions': ({ body }) => {
    if (isAway) away();
    const { id } = body as { id: string };
    return { status: 201, body: { suggestion: { id }, client: clients++ } };
  },
};

/** A server that keeps what it is told. */
function serve(more: Answers = {}) {
  const asked = serverSays({ ...answers, ...more });
  const plain = globalThis.fetch;
  globalThis.fetch = (async (request: Request) => {
    const [, id, act] = /suggestions\/([^/]+)\/(layer|send)$/.exec(new URL(request.url).pathname) ?? [];
    if (!act || more[`${request.method} ${new URL(request.url).pathname}`]) return plain(request);
    if (isAway) away();
    const said = (await request.clone().json()) as { update: string; reason: string };
    asked.push({ method: request.method, path: new URL(request.url).pathname, body: said });
    if (act === 'layer') kept.set(id!, bytesOf(said.update));
    else sent.push({ id: id!, reason: said.reason });
    return new Response(JSON.stringify({ id }), { headers: { 'content-type': 'application/json' } });
  }) as typeof fetch;
  return asked;
}

const page = (of = text) => {
  const made = new Suggesting(of, 'amara', statement);
  pages.push(made);
  return made;
};
const opened = (of: Suggesting) => of.opened!;
const writing = (of: Suggesting) => opened(of).keeper!;
const until = async (is: () => unknown) => {
  for (let looks = 0; looks < 200 && !is(); looks++) await new Promise((next) => setTimeout(next, 20));
  expect(is()).toBeTruthy();
};
const saved = (of: Suggesting) => until(() => writing(of).saving === 'saved');
/** What a suggestion that the server has does to the text. */
const partsOf = (update: Uint8Array, under = client): readonly LayerPart[] => {
  const layer = { client: under, update };
  const fork = new FlatText(forkOf(text, [layer]));
  return readLayers(new FlatText(text), fork, [layer], attributeNames).get(under)!;
};

beforeEach(() => {
  text = new Y.Doc();
  Y.applyUpdate(
    text,
    statementFromParagraphs([{ text: 'Nobody drowns' }, { text: 'Nobody is sent back' }], 1),
  );
  before = Y.encodeStateAsUpdate(text);
  [kept, sent, isAway, pages, clients] = [new Map(), [], false, [], client];
  serve();
});
afterEach(async () => {
  await Promise.all(pages.map((each) => each.end()));
  await clearDrafts('amara');
  await clearDrafts('amara-elsewhere');
});

describe('Suggest mode', () => {
  const acts: Record<string, [act: (desk: Desk) => void, shows: readonly string[]]> = {
    typing: [(desk) => desk.type(0, 6, ' ever'), ['Nobody ever drowns', 'Nobody is sent back']],
    deleting: [(desk) => desk.delete(1, 6, 9), ['Nobody drowns', 'Nobody sent back']],
    'other words': [(desk) => desk.replace(0, 7, 13, 'freezes'), ['Nobody freezes', 'Nobody is sent back']],
    'a new paragraph': [
      (desk) => {
        desk.split(0, 13);
        desk.type(1, 0, 'We help');
      },
      ['Nobody drowns', 'We help', 'Nobody is sent back'],
    ],
    'a deleted paragraph': [(desk) => desk.remove(0), ['Nobody is sent back']],
    'what was undone': [
      (desk) => {
        desk.delete(0, 0, 7);
        desk.binding.undo();
        desk.type(0, 13, '!');
      },
      ['Nobody drowns!', 'Nobody is sent back'],
    ],
  };

  it.each(Object.entries(acts))(
    'SUG-3 keeps %s, and leaves the text as it is to the byte',
    async (_, [act, shows]) => {
      const amara = page();
      await amara.begin();
      const desk = new Desk(opened(amara).draft.fork);
      await tick();
      act(desk);
      await tick();
      expect(wordsIn(opened(amara).draft.fork)).toEqual(shows);
      await saved(amara);
      expect(Y.encodeStateAsUpdate(text)).toEqual(before);
      expect(partsOf(kept.get(opened(amara).id)!).length).toBeGreaterThan(0);
      // Whoever has the text and the suggestion sees the same.
      const seen = forkOf(text, [{ client, update: kept.get(opened(amara).id)! }]);
      expect(wordsIn(seen)).toEqual(shows);
      desk.close();
    },
  );

  it('SUG-3 goes on showing what others write into the text, and keeps none of it as its own', async () => {
    const amara = page();
    await amara.begin();
    const desk = new Desk(opened(amara).draft.fork);
    await tick();
    desk.type(0, 6, ' ever');
    const other = new Y.Doc();
    Y.applyUpdate(other, before);
    const bruno = new Desk(other);
    await tick();
    bruno.type(1, 19, ' alone');
    Y.applyUpdate(text, Y.encodeStateAsUpdate(other));
    expect(wordsIn(opened(amara).draft.fork)).toEqual(['Nobody ever drowns', 'Nobody is sent back alone']);
    await saved(amara);
    expect(Y.decodeUpdate(kept.get(opened(amara).id)!).structs.map(({ id }) => id.client)).not.toContain(
      other.clientID,
    );
    [desk, bruno].forEach((each) => each.close());
  });
});

describe('a suggestion that is being written', () => {
  const write = async (words: string, of = page()) => {
    await of.begin();
    const desk = new Desk(opened(of).draft.fork);
    await tick();
    desk.type(0, 6, words);
    desk.close();
    return of;
  };

  it('SUG-3 is on the device before the server has heard of it', async () => {
    isAway = false;
    const amara = page();
    await amara.makeReady();
    isAway = true;
    await write(' ever', amara);
    await writing(amara).kept();
    const drafts = await DeviceDrafts.open('amara');
    const { update, written, saved: has } = (await drafts.get(opened(amara).id))!;
    drafts.close();
    expect(partsOf(update!)).toMatchObject([{ pieces: [{ text: ' ever' }] }]);
    expect([written > has, kept.size]).toEqual([true, 0]);
    await until(() => writing(amara).saving === 'on-device');
  });

  it('SUG-3 is "saved" only when the server has every key of it', async () => {
    const amara = await write(' ever');
    expect(writing(amara).saving).toBe('sending');
    await saved(amara);
    expect(partsOf(kept.get(opened(amara).id)!)).toMatchObject([{ pieces: [{ text: ' ever' }] }]);
  });

  it('SUG-3 is gathered: keys that follow one another are one request', async () => {
    const asked = serve();
    const amara = await write(' for ever and ever');
    await saved(amara);
    expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('SUG-3 is there again after the page was loaded anew, without a network, and goes on under the same id', async () => {
    const amara = page();
    await amara.makeReady();
    isAway = true;
    await write(' ever', amara);
    await amara.end();
    const anew = await write(' again', page());
    expect(wordsIn(opened(anew).draft.fork)[0]).toBe('Nobody again ever drowns');
    await anew.end();
    isAway = false;
    await sendAllUnsent('amara');
    expect([...kept.values()]).toHaveLength(1);
    expect(wordsIn(forkOf(text, [{ client, update: [...kept.values()][0]! }]))[0]).toBe(
      'Nobody again ever drowns',
    );
  });

  it('SUG-2 cannot be begun without a network where none is ready', async () => {
    isAway = true;
    await expect(page().begin()).rejects.toMatchObject({ code: 'network.unreachable' });
  });

  it('SUG-2 is sent once the server is heard, with its reason, however often the page was closed', async () => {
    const amara = page();
    await amara.makeReady();
    isAway = true;
    await write(' ever', amara);
    await writing(amara).send('Clearer');
    await amara.end();
    expect(sent).toEqual([]);
    expect((await unsentSuggestions('amara')).map(({ label }) => label)).toEqual(['On rescue']);
    isAway = false;
    await sendAllUnsent('amara');
    expect(sent.map(({ reason }) => reason)).toEqual(['Clearer']);
    expect(await unsentSuggestions('amara')).toEqual([]);
  });

  it('signing out offers its words', async () => {
    const amara = page();
    await amara.makeReady();
    isAway = true;
    await write(' ever', amara);
    await amara.end();
    const [work] = await unsentSuggestions('amara');
    expect(await work!.text()).toBe('ever');
    isAway = false;
    expect(await work!.send!()).toBe(true);
    expect(kept.size).toBe(1);
  });

  describe('STM-29 whose words were erased meanwhile', () => {
    /** As the server has it since: without the third character that was typed, and those behind it. */
    const erase = (update: Uint8Array): Uint8Array => {
      const erased = new CharacterRanges();
      for (const { id, length } of Y.decodeUpdate(update).structs)
        erased.add([id.client, Math.max(id.clock, 2)], Math.max(0, id.clock + length - 2));
      return withoutCharacters(update, erased);
    };
    const typed = (update: Uint8Array) =>
      Y.decodeUpdate(update)
        .structs.map((struct) =>
          struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '',
        )
        .join('');
    const onDevice = async (id: string) => {
      const drafts = await DeviceDrafts.open('amara');
      const kept = await drafts.get(id);
      drafts.close();
      return typed(kept!.update!);
    };
    const answer = (id: string, update: Uint8Array) => ({
      body: { id, state: 'draft', layer: { client, update: base64Of(update) } },
    });

    it.each([
      ['its text is opened next', () => page().makeReady()],
      ['it next connects', () => suggestionCopies.forgetOlder!('amara', [{ id: 's', epoch: 2 }])],
    ])('has them no more on this device when %s, sent or not', async (_, comes) => {
      const amara = await write(' Amal');
      await saved(amara);
      const { id } = opened(amara);
      await amara.end();
      const known = erase(kept.get(id)!);
      expect(await onDevice(id)).toBe(' Amal');
      serve({ [`GET /api/suggestions/${id}`]: answer(id, known) });
      await comes();
      expect(await onDevice(id)).toBe(' A');
      const anew = page();
      await anew.begin();
      expect(wordsIn(opened(anew).draft.fork)[0]).toBe('Nobody A drowns');
    });

    it('is asked for again where nobody answers', async () => {
      const amara = await write(' Amal');
      await saved(amara);
      const { id } = opened(amara);
      await amara.end();
      serve({ [`GET /api/suggestions/${id}`]: away });
      const comes = suggestionCopies.forgetOlder!('amara', [{ id: 's', epoch: 2 }]);
      await expect(comes).rejects.toMatchObject({ isUnreached: true });
    });

    it('goes on without them on a page that had it open, and loses nothing else', async () => {
      const amara = await write(' Amal');
      await saved(amara);
      const { id, draft } = opened(amara);
      const known = erase(kept.get(id)!);
      serve({
        [`PUT /api/suggestions/${id}/layer`]: ({ body }) => {
          const both = stateWithBoth(known, bytesOf((body as { update: string }).update))!;
          kept.set(id, both);
          return answer(id, both);
        },
      });
      const desk = new Desk(draft.fork);
      await tick();
      desk.type(0, 0, 'So ');
      desk.close();
      await until(() => opened(amara)?.draft && opened(amara).draft !== draft);
      await saved(amara);
      expect(wordsIn(opened(amara).draft.fork)[0]).toBe('So Nobody A drowns');
      await amara.end();
      expect([await onDevice(id), typed(kept.get(id)!)]).toEqual([' ASo ', ' ASo ']);
    });
  });

  it('SUG-3 that the server refuses stays with its author', async () => {
    const amara = page();
    await amara.begin();
    serve({ [`PUT /api/suggestions/${opened(amara).id}/layer`]: refusal(409, 'suggestion.not-open') });
    await amara.end();
    await write(' ever', amara);
    await until(() => writing(amara).saving === 'refused');
    await amara.end();
    const [work] = await unsentSuggestions('amara');
    expect(await work!.text()).toBe('ever');
    expect(work!.send).toBeUndefined();
  });

  it('SUG-3 is not written to while the text lacks what it stands upon', async () => {
    const amara = await write(' ever');
    await saved(amara);
    await amara.end();
    const empty = new Y.Doc();
    const later = page(empty);
    const drafts = await DeviceDrafts.open('amara');
    const [left] = await drafts.all();
    drafts.close();
    expect(left!.update).not.toBeNull();
    await later.begin();
    expect(opened(later).draft.isWhole).toBe(false);
    Y.applyUpdate(empty, before);
    expect(opened(later).draft.isWhole).toBe(true);
    expect(wordsIn(opened(later).draft.fork)[0]).toBe('Nobody ever drowns');
    expect(opened(later).draft.fork.clientID).toBe(client);
  });
});

describe('the same draft on two devices', () => {
  const type = async (of: Suggesting, offset: number, words: string) => {
    const desk = new Desk(opened(of).draft.fork);
    await tick();
    desk.type(0, offset, words);
    await tick();
    desk.close();
  };
  const draftFrom = (update: Uint8Array) =>
    ({
      ...{ id: 'one', statementId: 's', language: 'en', state: 'draft', reason: '' },
      layer: { client, update: base64Of(update) },
    }) as never;
  /** What a device that has never seen it is given by the server. */
  const onAnother = async (update: Uint8Array) => {
    const chen = new Suggesting(text, 'amara-elsewhere', statement);
    pages.push(chen);
    await chen.begin(draftFrom(update));
    return chen;
  };

  it('SUG-3 goes on where the other left it, and is sent once with all of it', async () => {
    const amara = page();
    await amara.begin();
    await type(amara, 6, ' ever');
    await saved(amara);
    const { id } = opened(amara);
    const here = kept.get(id)!;
    await amara.end();
    const there = await onAnother(here);
    expect(wordsIn(opened(there).draft.fork)[0]).toBe('Nobody ever drowns');
    await type(there, 11, ' again');
    await saved(there);
    const [both] = [...kept.values()].slice(-1);
    expect(wordsIn(forkOf(text, [{ client, update: both! }]))[0]).toBe('Nobody ever again drowns');
    // A second sending says the same of the same.
    await writing(there).send('Clearer');
    await writing(there).send('Clearer');
    expect(new Set(sent.map(({ id: of, reason }) => `${of} ${reason}`)).size).toBe(1);
  });
});
