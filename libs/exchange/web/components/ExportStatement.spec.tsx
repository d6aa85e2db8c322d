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

  it('EXC-30, EXC-33 holds suggestions and comments where that is chosen, and asks then alone who is named', async () => {
    const headers = { 'Suggestions-As-Comments': '2' };
    const { asked } = await open({ 'GET /api/statements/s/export': { body: 'the file', headers } });
    expect(screen.queryByRole('combobox')).toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Suggestions, as tracked changes' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Comments, with answers' }));
    const names = screen.getByRole('combobox', { name: 'Who is named as having said it' });
    expect(names).toHaveDisplayValue('Nobody');
    await userEvent.selectOptions(names, 'Organisations only');
    expect(screen.getByText(/Look through the file before you send it on/)).toBeVisible();
    await download();
    await waitFor(() => expect(saved).toEqual(['On rescue now.docx']));
    expect(asked.map(({ path }) => path)).toContain(
      '/api/statements/s/export?format=docx&suggestions=true&comments=true&names=organisations',
    );
    expect(await screen.findByText(/2 suggestions are comments in it/)).toBeInTheDocument();
  });

  it('EXC-30 has place for them in a Word file alone', async () => {
    const { asked } = await open({ 'GET /api/statements/s/export': { body: 'the file' } });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Suggestions, as tracked changes' }));
    await userEvent.click(screen.getByRole('radio', { name: /^Web page/ }));
    expect(screen.queryByRole('checkbox', { name: /^Suggestions/ })).toBeNull();
    await download();
    await waitFor(() => expect(saved).toEqual(['On rescue now.html']));
    expect(asked.map(({ path }) => path)).toContain('/api/statements/s/export?format=html');
  });

  it('has no place for a maker in plain text and Markdown, and names none there', async () => {
    const { asked } = await open({ 'GET /api/statements/s/export': { body: 'the file' } });
    await userEvent.click(await screen.findByRole('checkbox', { name: /^Name/ }));
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
