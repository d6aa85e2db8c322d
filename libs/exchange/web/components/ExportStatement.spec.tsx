/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import type { StatementView } from '@plenary/statements/domain';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ExportStatement } from './ExportStatement';

const statement = { id: 's', title: 'On rescue: now', language: 'en' } as StatementView;
const coalition = { body: { id: 'c', name: 'Resist', languages: ['en'], isDemo: false, colour: '#000000' } };

async function open(answers: Answers) {
  const asked = serverSays({ 'GET /api/coalition': coalition, ...answers });
  const onClose = jest.fn();
  await show(<ExportStatement statement={statement} onClose={onClose} />, wordsOf('exchange'));
  return { asked, onClose };
}
const download = async () => userEvent.click(screen.getByRole('button', { name: 'Download' }));

describe('a statement as a file', () => {
  const saved: string[] = [];
  beforeAll(() => {
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
      this.open = false;
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(this.download);
    };
    Object.assign(URL, { createObjectURL: () => 'blob:', revokeObjectURL: () => undefined });
  });
  beforeEach(() => saved.splice(0));
  afterEach(cleanup);

  it('is a Word file that names nobody, unless something else is chosen', async () => {
    const { asked, onClose } = await open({ 'GET /api/statements/s/export': { body: 'the file' } });
    await download();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(saved).toEqual(['On rescue now.docx']);
    expect(asked.map(({ path }) => path)).toContain('/api/statements/s/export?format=docx');
  });

  it('names the coalition where that is chosen, and is of the chosen kind', async () => {
    const { asked } = await open({ 'GET /api/statements/s/export': { body: 'the file' } });
    await userEvent.click(await screen.findByRole('checkbox', { name: /^Name “Resist” in the file/ }));
    await userEvent.click(screen.getByRole('radio', { name: /^Web page/ }));
    await download();
    await waitFor(() => expect(saved).toEqual(['On rescue now.html']));
    expect(asked.map(({ path }) => path)).toContain('/api/statements/s/export?format=html&by=coalition');
  });

  it('has no place for a maker in plain text and Markdown, and names none there', async () => {
    const { asked } = await open({ 'GET /api/statements/s/export': { body: 'the file' } });
    await userEvent.click(await screen.findByRole('checkbox'));
    await userEvent.click(screen.getByRole('radio', { name: /^Plain text/ }));
    expect(screen.queryByRole('checkbox')).toBeNull();
    await download();
    await waitFor(() => expect(saved).toEqual(['On rescue now.txt']));
    expect(asked.map(({ path }) => path)).toContain('/api/statements/s/export?format=txt');
  });

  it('says why there is no file, and stays', async () => {
    const { onClose } = await open({
      'GET /api/statements/s/export': refusal(503, 'exchange.busy'),
    });
    await download();
    expect(await screen.findByRole('alert')).toHaveTextContent('Many files are being made right now');
    expect(saved).toEqual([]);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('prints by the browser, once the dialog is out of the way', async () => {
    const printed = jest.fn();
    Object.assign(window, { print: printed });
    const { onClose } = await open({});
    await userEvent.click(screen.getByRole('button', { name: 'Print or PDF' }));
    expect(onClose).toHaveBeenCalled();
    await waitFor(() => expect(printed).toHaveBeenCalled());
  });
});
