/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { FlatText, LayerMarksReader, type Layer } from '@plenary/ground/text';
import { statementFromParagraphs } from '@plenary/statements/domain';
import * as Y from 'yjs';
import { OpenDraft } from '../drafts/open-draft';
import { draftMarks } from '../editor/draft-marks';
import type { MarkWords } from '../editor/mark-looks';
import { competing, saidOf, standingOf } from '../editor/reading';
import { marksOf, suggestionMarks, suggestionsKey } from '../editor/suggestion-marks';
import { SuggestionsUpon } from '../editor/upon-text';
import { Desk, tick } from './desk';

const words: MarkWords = {
  ...{ deleted: 'deleted:', inserted: 'added:', end: 'end', formatted: 'formatted', note: '(note)' },
  ...{ newParagraph: 'new', removedParagraph: 'removed', joined: 'joined', moved: 'moved' },
  attribute: (name) => `other ${name}`,
};
const textOf = (...lines: string[]): Y.Doc => {
  const text = new Y.Doc();
  Y.applyUpdate(
    text,
    statementFromParagraphs(
      lines.map((line) => ({ text: line })),
      1,
    ),
  );
  return text;
};
let text: Y.Doc;
const closing: (() => void)[] = [];
beforeEach(() => (text = textOf('Nobody drowns', 'Nobody is sent back', 'All are heard')));
afterEach(() => closing.splice(0).forEach((close) => close()));

const draftOn = (of: Y.Doc, client = 50) => {
  const draft = new OpenDraft(of, client, null, () => undefined);
  closing.push(() => draft.close());
  return draft;
};
async function suggesting(client = 50): Promise<{ desk: Desk; draft: OpenDraft }> {
  const draft = draftOn(text, client);
  const desk = new Desk(draft.fork, () => [draftMarks(text, client, words)]);
  closing.push(() => desk.close());
  await tick();
  return { desk, draft };
}
/** What a paragraph shows, marks in their signs. */
const shown = (root: Element): string[] =>
  [...root.children].map((block) => {
    const copy = block.cloneNode(true) as Element;
    copy.querySelectorAll('.suggested-said').forEach((each) => each.remove());
    copy.querySelectorAll('ins').forEach((each) => each.replaceWith(`+${each.textContent}+`));
    copy.querySelectorAll('del').forEach((each) => each.replaceWith(`-${each.textContent}-`));
    return (block.classList.contains('suggested-block') ? '¶' : '') + copy.textContent!;
  });

describe('the copy in which a suggestion is written', () => {
  it('underlines what comes, as one piece, and shows struck through what goes, where it stood', async () => {
    const { desk } = await suggesting();
    desk.type(0, 6, ' ever');
    desk.delete(1, 6, 9);
    await tick();
    expect(shown(desk.dom)).toEqual(['Nobody+ ever+ drowns', 'Nobody- is- sent back', 'All are heard']);
    const said = desk.dom.querySelector('del')!;
    expect(said.textContent).toBe(' deleted:  is end ');
    expect(desk.dom.querySelectorAll('ins')).toHaveLength(1);
  });

  it('shows what makes way in front of what takes its place', async () => {
    const { desk } = await suggesting();
    desk.replace(0, 7, 13, 'freezes');
    await tick();
    expect(shown(desk.dom)[0]).toBe('Nobody -drowns-+freezes+');
  });

  it('shows a paragraph that goes as a block, and says of one that comes that it is new', async () => {
    const { desk } = await suggesting();
    desk.remove(1);
    desk.split(0, 13);
    await tick();
    desk.type(1, 0, 'We help');
    await tick();
    expect(shown(desk.dom)).toEqual([
      'Nobody drowns',
      '¶-Nobody is sent back-',
      '+We help+',
      'All are heard',
    ]);
    expect(desk.dom.children[2]!.getAttribute('data-suggested')).toBe('new');
  });

  it('marks nothing any more that was undone', async () => {
    const { desk } = await suggesting();
    desk.delete(1, 6, 9);
    await tick();
    desk.binding.undo();
    await tick();
    expect(shown(desk.dom)).toEqual(['Nobody drowns', 'Nobody is sent back', 'All are heard']);
  });

  it('says what is otherwise of a paragraph', async () => {
    const { desk } = await suggesting();
    desk.editor.view.dispatch(desk.editor.state.tr.setNodeAttribute(0, 'style', 'heading'));
    await tick();
    expect(desk.dom.children[0]!.getAttribute('data-suggested')).toBe('other style');
  });

  it('takes the mark from what somebody else deleted in the text meanwhile', async () => {
    const { desk } = await suggesting();
    desk.delete(1, 6, 9);
    const bruno = new Desk(text);
    closing.push(() => bruno.close());
    await tick();
    bruno.delete(1, 6, 9);
    await new Promise((later) => setTimeout(later, 400));
    expect(shown(desk.dom)[1]).toBe('Nobody sent back');
  });

  it('TXT-7 reads for a key the paragraph in which it was pressed, of 500', async () => {
    text = textOf(...Array.from({ length: 500 }, (_, at) => `Paragraph ${at} says what it says.`));
    const { desk } = await suggesting();
    desk.type(250, 3, 'x');
    await tick();
    const read = jest.spyOn(LayerMarksReader.prototype, 'marksIn');
    const characters = jest.spyOn(FlatText.prototype, 'contentOf');
    const all = jest.spyOn(FlatText.prototype, 'readAll');
    desk.type(250, 4, 'yz');
    await tick();
    expect(new Set(read.mock.calls.map(([{ id }]) => id)).size).toBe(1);
    expect(characters.mock.calls.length).toBeLessThanOrEqual(24);
    expect(all).not.toHaveBeenCalled();
    [read, characters, all].forEach((spy) => spy.mockRestore());
  });
});

/** What somebody suggests, as the server hands it to others. */
async function layer(client: number, act: (desk: Desk) => void): Promise<Layer> {
  const draft = draftOn(text, client);
  const desk = new Desk(draft.fork);
  await tick();
  act(desk);
  await tick();
  const { update } = draft;
  desk.close();
  return { client, update: update! };
}

describe('suggestions upon the text', () => {
  async function reader(...layers: Layer[]) {
    const upon = new SuggestionsUpon(text);
    upon.set(layers);
    const desk = new Desk(text, () => [suggestionMarks(() => undefined)]);
    closing.push(
      () => desk.close(),
      () => upon.close(),
    );
    await tick();
    const draw = () => {
      const all = layers.map(({ client }) => ({
        ...{ id: String(client), by: 'Ana, Sea Watch', colour: '#0b6e6e', parts: upon.parts.get(client)! },
      }));
      const { state, view } = desk.editor;
      const marks = marksOf(state.doc, desk.binding.text, all, null, words);
      view.dispatch(state.tr.setMeta(suggestionsKey, marks));
    };
    draw();
    return { upon, desk, draw };
  }

  it('are marked where they stand, whoever made them', async () => {
    const { desk } = await reader(
      await layer(50, (each) => each.replace(0, 7, 13, 'freezes')),
      await layer(51, (each) => each.delete(1, 6, 9)),
      await layer(52, (each) => each.type(2, 13, ' now')),
    );
    expect(shown(desk.dom)).toEqual([
      'Nobody -drowns-+freezes+',
      'Nobody- is- sent back',
      'All are heard+ now+',
    ]);
    expect(desk.dom.querySelector('del')!.getAttribute('data-suggestion')).toBe('50');
    expect(desk.dom.querySelector('ins')!.getAttribute('title')).toBe('Ana, Sea Watch');
  });

  it('are blocks where whole paragraphs come, and a sign where one would be parted', async () => {
    const { desk } = await reader(
      await layer(50, (each) => {
        each.split(0, 13);
        each.type(1, 0, 'We help');
      }),
      await layer(51, (each) => each.split(1, 6)),
      await layer(52, (each) => each.remove(2)),
    );
    expect(shown(desk.dom)).toEqual([
      'Nobody drowns',
      '¶+We help+',
      'Nobody+¶+ is sent back',
      '-All are heard-',
    ]);
    expect(desk.dom.children[3]!.getAttribute('data-suggested')).toBe('removed');
  });

  it('leave the text as it is, and go along with what is written into it', async () => {
    const before = Y.encodeStateAsUpdate(text);
    const { desk, upon, draw } = await reader(await layer(51, (each) => each.delete(1, 6, 9)));
    expect(Y.encodeStateAsUpdate(text)).toEqual(before);
    desk.type(1, 0, 'So: ');
    expect(shown(desk.dom)[1]).toBe('So: Nobody- is- sent back');
    desk.delete(1, 10, 11);
    const read = new Promise<void>((done) => upon.subscribe(done));
    await read;
    draw();
    expect(shown(desk.dom)[1]).toBe('So: Nobody-is- sent back');
    expect(upon.parts.get(51)).toMatchObject([{ state: 'changed' }]);
  });

  it('are told in words, in the order of the text', async () => {
    const layers = [
      await layer(50, (each) => each.replace(1, 0, 6, 'No one')),
      await layer(51, (each) => each.type(0, 6, ' ever')),
    ];
    const { upon } = await reader(...layers);
    const parts = layers.map(({ client }) => upon.parts.get(client)!);
    expect(parts.map((each) => saidOf(each).map(({ out, into }) => [out, into]))).toEqual([
      [['Nobody', 'No one']],
      [['', 'ever']],
    ]);
    expect(parts.map((each) => standingOf(upon.base, each))).toEqual([
      [1, 0],
      [0, 6],
    ]);
  });

  it('compete where they delete a common character, or say different things of one paragraph', async () => {
    const style = (value: string) => (each: Desk) =>
      each.editor.view.dispatch(each.editor.state.tr.setNodeAttribute(0, 'style', value));
    const layers = [
      await layer(50, (each) => each.replace(1, 0, 6, 'No one')),
      await layer(51, (each) => each.delete(1, 4, 9)),
      await layer(52, (each) => each.delete(1, 10, 14)),
      await layer(53, style('heading')),
      await layer(54, style('quote')),
      await layer(55, (each) => each.type(1, 6, ' at all')),
    ];
    const { upon } = await reader(...layers);
    const all = layers.map(({ client }) => ({ id: String(client), parts: upon.parts.get(client)! }));
    const found = [...competing(all)].map(([id, rivals]) => [id, ...rivals].join());
    expect(found.sort()).toEqual(['50,51', '51,50', '53,54', '54,53']);
  });
});
