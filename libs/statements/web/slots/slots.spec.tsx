/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { show, wordsOf } from '@plenary/ground/web/testing';
import { statementFromParagraphs, type StatementView } from '@plenary/statements/domain';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Extension, Mark } from '@tiptap/core';
import { lazy, useState, type ReactNode } from 'react';
import { Toolbar } from '../components/Toolbar';
import { tick, Writer } from '../editor/test/writer';
import { BesideParagraph, Margins } from './Margins';
import { PanelButtons, Panels } from './Panels';
import { useActs } from './use-acts';
import { HelpSheet } from '../components/HelpSheet';
import { StatementSlots, type InStatement, type StatementFilling } from './statement-slots';
import { extensionsOf } from './use-extensions';

const statement = { id: 's', title: 'On rescue', right: 'edit', language: 'en' } as StatementView;
let writer: Writer;
const at = (): InStatement => ({ statement, editor: writer.editor });
const nothing = () => undefined;
const acts = { onLink: nothing, onFootnote: nothing };

beforeEach(async () => {
  writer = new Writer(statementFromParagraphs([{ text: 'At sea' }, { text: 'On land' }], 1), 7);
  await tick();
});
afterEach(() => {
  cleanup();
  writer.close();
});

const page = (fillings: readonly StatementFilling[], of: ReactNode) =>
  show(<StatementSlots.Provider value={fillings}>{of}</StatementSlots.Provider>, wordsOf('statements'));

/** A room that no other knows. */
const kites: StatementFilling = {
  key: 'kites',
  panel: {
    title: 'statements:one',
    Icon: () => <svg />,
    Panel: lazy(async () => ({
      default: ({ statement: { title }, onGo }: InStatement & { onGo?: () => void }) => (
        <section aria-label="Kites">
          Kites over {title}
          {onGo && <button onClick={onGo}>Go there</button>}
        </section>
      ),
    })),
  },
  Margin: ({ editor }) => (
    <>
      {[String(editor.state.doc.firstChild!.attrs['id']), 'gone'].map((id) => (
        <BesideParagraph key={id} editor={editor} id={id}>
          <button>Kite at {id === 'gone' ? id : 'the first'}</button>
        </BesideParagraph>
      ))}
    </>
  ),
  Tool: ({ writable }) => <button>{writable ? 'Fly' : 'Look at'} a kite</button>,
  keys: [['statements:one', 'Mod+Alt+9']],
};
const broken: StatementFilling = {
  key: 'broken',
  panel: { title: 'statements:one', Icon: () => <svg />, Panel: () => { throw new Error('torn'); } }, // prettier-ignore
};

describe('the page of a statement', () => {
  it('shows nothing of other rooms where none adds anything', async () => {
    const { container } = await page([], <main><Panels {...at()} /><PanelButtons {...at()} /><Margins {...at()} /></main>); // prettier-ignore
    expect(container.querySelector('main')).toBeEmptyDOMElement();
  });

  it('names keys of other rooms among its own', async () => {
    await page([kites, broken], <HelpSheet opened onClose={() => undefined} />);
    const name = await screen.findByText('Statement', { selector: 'dt' });
    expect(name.parentElement).toHaveTextContent('StatementCtrlAlt9');
  });

  it('has panels of other rooms at its side, and in a sheet on a phone', async () => {
    await page([kites], <Panels {...at()} />);
    const turn = await screen.findByRole('button', { name: 'Statement', expanded: false });
    expect(screen.queryByRole('region', { name: 'Kites' })).not.toBeInTheDocument();
    await userEvent.click(turn);
    expect(await screen.findByRole('region', { name: 'Kites' })).toHaveTextContent('Kites over On rescue');
    cleanup();
    // As this device left it.
    await page([kites], <Panels {...at()} />);
    expect(await screen.findByRole('region', { name: 'Kites' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Statement', expanded: true }));
    expect(screen.queryByRole('region', { name: 'Kites' })).not.toBeInTheDocument();
    cleanup();
    await page([kites], <PanelButtons {...at()} />);
    expect(screen.queryByRole('region', { name: 'Kites' })).not.toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'Statement' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Go there' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Kites' })).not.toBeInTheDocument());
  });

  it('has their marks beside paragraphs that are there', async () => {
    await page([kites], <Margins {...at()} />);
    expect(await screen.findByRole('button', { name: 'Kite at the first' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Kite at gone' })).not.toBeInTheDocument();
  });

  it('stands below what fillings before it have at the same paragraph, and comes up when that goes', async () => {
    let fly = (_: boolean): void => undefined;
    const first: StatementFilling = {
      key: 'first',
      Margin: ({ editor }) => {
        const [flies, set] = useState(true);
        fly = set;
        const id = String(editor.state.doc.firstChild!.attrs['id']);
        return flies ? (
          <BesideParagraph editor={editor} id={id}>
            <button>First</button>
          </BesideParagraph>
        ) : null;
      },
    };
    await page([first, kites], <Margins {...at()} />);
    const kite = await screen.findByRole('button', { name: 'Kite at the first' });
    const before = (button: HTMLElement) => button.parentElement!.style.getPropertyValue('--before');
    expect(before(await screen.findByRole('button', { name: 'First' }))).toBe('0');
    expect(before(kite)).toBe('1');
    act(() => fly(false));
    expect(before(kite)).toBe('0');
  });

  it('has their tools among its own, for reading as well', async () => {
    await page([kites], <Toolbar {...at()} {...acts} writable={false} />);
    expect(await screen.findByRole('button', { name: 'Look at a kite' })).toBeInTheDocument();
    cleanup();
    await page([kites], <Toolbar {...at()} {...acts} writable />);
    expect(await screen.findByRole('button', { name: 'Fly a kite' })).toBeInTheDocument();
  });

  it('goes on without a part that fails', async () => {
    const said = jest.spyOn(console, 'error').mockImplementation(nothing);
    await page([broken, kites], <Panels {...at()} />);
    for (const turn of await screen.findAllByRole('button', { expanded: false })) await userEvent.click(turn);
    expect(await screen.findByRole('region', { name: 'Kites' })).toBeInTheDocument();
    said.mockRestore();
  });

  it('takes their plugins into the editor, but nothing that a statement may not consist of', async () => {
    const plugin = Extension.create({ name: 'kites' });
    const found = await extensionsOf(
      [
        { key: 'kites', extensions: async () => () => [plugin, Mark.create({ name: 'underlined' })] },
        { key: 'away', extensions: () => Promise.reject(new TypeError('no network')) },
      ],
      statement,
    );
    expect(found).toEqual([plugin]);
  });

  it('an act stands in the menu by its name, and its dialog is there until it closes', async () => {
    const flown: StatementFilling = {
      key: 'flown',
      act: {
        title: 'statements:one',
        Icon: () => <svg />,
        Act: lazy(async () => ({
          default: ({ statement: { title }, onClose }: { statement: StatementView; onClose: () => void }) => (
            <button onClick={onClose}>Fly {title}</button>
          ),
        })),
      },
    };
    function Acts() {
      const { items, dialog } = useActs(statement);
      return (
        <>
          {items.map(({ key, label, run }) => (
            <button key={key} onClick={run}>
              {label}
            </button>
          ))}
          {dialog}
        </>
      );
    }
    await page([kites, flown], <Acts />);
    expect(screen.queryByRole('button', { name: 'Fly On rescue' })).toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: 'Statement' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Fly On rescue' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Fly On rescue' })).toBeNull());
  });
});
