/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { show, wordsOf } from '@plenary/ground/web/testing';
import { statementFromParagraphs } from '@plenary/statements/domain';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { placeOfFootnote, sourcesOf } from '../editor/outline';
import { tick, Writer } from '../editor/test/writer';
import { FootnoteDialog } from './FootnoteDialog';

describe('the source of a footnote', () => {
  let writer: Writer;
  let closed: number;
  const sources = () => sourcesOf(writer.editor.state.doc).map(({ text }) => text);

  beforeEach(async () => {
    writer = new Writer(statementFromParagraphs([{ text: 'Safe routes for all.' }], 1), 11);
    await tick();
    for (const [offset, text] of [
      [4, 'First'],
      [12, 'Second'],
    ] as const) {
      writer.caret(0, offset);
      writer.editor.commands.insertContent({ type: 'footnote', attrs: { text } });
      await tick();
    }
    closed = 0;
    const [first] = sourcesOf(writer.editor.state.doc);
    const place = { id: first!.id, text: first!.text };
    await show(
      <FootnoteDialog editor={writer.editor as never} place={place} onClose={() => void closed++} />,
      wordsOf('statements'),
    );
    await userEvent.type(await screen.findByRole('textbox'), ', article 3');
  });
  afterEach(() => writer.close());

  const save = () => userEvent.click(screen.getByRole('button', { name: 'Keep source' }));

  it('is kept where the footnote stands by now', async () => {
    writer.caret(0, 0);
    writer.editor.commands.insertContent('We ask for ');
    await tick();
    await save();
    await waitFor(() => expect(sources()).toEqual(['First, article 3', 'Second']));
    expect(closed).toBe(1);
  });

  it('stays in its field when somebody deleted the footnote, and no other footnote takes it', async () => {
    const [first] = sourcesOf(writer.editor.state.doc);
    const pos = placeOfFootnote(writer.editor.state.doc, first!.id!)!;
    writer.editor.view.dispatch(writer.editor.state.tr.delete(pos, pos + 1));
    await tick();
    await save();
    expect(await screen.findByText(/deleted this source/)).toBeInTheDocument();
    expect(screen.getByRole('textbox')).toHaveValue('First, article 3');
    expect([sources(), closed]).toEqual([['Second'], 0]);
  });
});
