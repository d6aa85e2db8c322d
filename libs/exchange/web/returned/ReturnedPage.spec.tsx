/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { serverSays, show, withFiles, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { strToU8, zipSync } from 'fflate';
import { ReturnedPage } from './ReturnedPage';

const statement = { id: 's', title: 'On rescue', right: 'comment', language: 'en', stage: 'drafting' };
const outcome = {
  ...{ fileId: null, moment: 7, isNamed: true, known: 1, leftOut: 0, moved: 2, suggestions: 1, comments: 0 },
  ...{ unset: 1, title: 'On rescue at sea' },
  names: [{ name: 'Nadia', suggestions: 1, comments: 0 }],
  ...{ unplacedCount: 1, unplaced: [{ by: 'Nadia', inserted: 'at once', deleted: 'some day' }] },
};
const workOf = (id: string, found: object) => ({
  ...{ id, kind: 'exchange.look', state: 'done', step: null, done: 0, total: null, outcome: found },
  ...{ refusal: null, fileName: null, begunAt: '2026-11-30T10:00:00Z', endedAt: '2026-11-30T10:00:01Z' },
});
const answersFor = (right: string, roles: readonly string[]): Answers => ({
  'GET /api/statements/s': { body: { ...statement, right } },
  'GET /api/statements/s/returned-files': { body: { items: [] } },
  'GET /api/me/membership': { body: { coalitionRoles: roles, organisations: [], speaksFor: null } },
  'GET /api/organisations': { body: { items: [{ id: 'o', name: 'Sea Watchers', acronym: 'SW' }], total: 1, nextCursor: null } },
  'GET /api/me/work': { body: { items: [] } },
  'POST /api/statements/s/returned-files/look': { status: 202, body: { id: 'w' } },
  'GET /api/me/work/w': { body: workOf('w', outcome) },
  'DELETE /api/me/work/w': { status: 204 },
  'POST /api/statements/s/returned-files': { status: 202, body: { id: 'v' } },
  'GET /api/me/work/v': { body: workOf('v', { ...outcome, fileId: 'f' }) },
  'DELETE /api/me/work/v': { status: 204 },
}); // prettier-ignore

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const property = (name: string, value: string) =>
  `<property name="${name}"><lpwstr>${value}</lpwstr></property>`;
/** One that was made of a statement, and edited: one tracked insertion. */
const edited = (id = 's') =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'docProps/custom.xml': strToU8(`<Properties>${property('StatementId', id)}${property('StatementMoment', '7')}</Properties>`),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${w}"><w:body><w:p><w:bookmarkStart w:id="0" w:name="_py1__1"/>${run('We ask')}` +
        `<w:ins w:id="9" w:author="Nadia">${run(' now')}</w:ins><w:bookmarkEnd w:id="0"/></w:p></w:body></w:document>`,
    ),
  }); // prettier-ignore

async function open(answers: Answers) {
  const asked = serverSays(answers);
  const words = wordsOf('exchange');
  const { container } = await show(
    <ReturnedPage />,
    words,
    '/statements/s/returned',
    '/statements/$id/returned',
  );
  const bring = async (content: Uint8Array, name = 'Rev. 1.docx') => {
    await screen.findByText('Word file');
    const input = container.ownerDocument.querySelector('input[type=file]')!;
    await userEvent.upload(input as HTMLElement, new File([content as BlobPart], name), {
      applyAccept: false,
    });
  };
  return { asked: () => asked.filter(({ method }) => method === 'POST').map(({ path }) => path), bring };
}

describe('a Word file that comes back, on its page', () => {
  beforeAll(withFiles);
  afterEach(cleanup);

  it('EXC-16 is read here; nothing is sent before it is to be compared, nothing is kept before it is brought in', async () => {
    const { asked, bring } = await open(answersFor('comment', []));
    await bring(edited());
    const nadia = await screen.findByRole('group', { name: /^Nadia/ });
    expect(within(nadia).getByText('1 change')).toBeVisible();
    expect(screen.getByText(/^The file says which version/)).toBeVisible();
    // For others enters who may; this person brings their own.
    expect(within(nadia).getAllByRole('option').map((each) => each.textContent)).toEqual(['In my name', 'Leave out']);
    expect(asked()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Compare with the text' }));
    expect(await screen.findByText('1 suggestion')).toBeVisible();
    // The button is another one now; nobody presses it who meant the first.
    expect(screen.getByRole('group', { name: 'What comes of it' })).toHaveFocus();
    expect(screen.getByText('at once').tagName).toBe('INS');
    expect(screen.getByText('some day').tagName).toBe('DEL');
    expect(screen.getByText(/^2 paragraphs stand elsewhere/)).toBeVisible();
    expect(screen.getByText(/^1 paragraph that the file formats otherwise/)).toBeVisible();
    expect(screen.getByText('On rescue at sea')).toBeVisible();
    expect(asked()).toEqual(['/api/statements/s/returned-files/look']);
    await userEvent.click(screen.getByRole('button', { name: 'Bring in as suggestions and comments' }));
    await waitFor(() => expect(asked()).toHaveLength(2));
    await waitFor(() => expect(screen.queryByText('Whose words they are')).toBeNull());
  }); // prettier-ignore

  it('EXC-16 what is said of a name anew is compared anew', async () => {
    const { bring } = await open(answersFor('manage', ['coordinator']));
    await bring(edited('another'));
    expect(await screen.findByText(/^The file was made of another statement/)).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Compare with' })).toHaveValue('now');
    const nadia = await screen.findByRole('group', { name: /^Nadia/ });
    await waitFor(() => expect(within(nadia).getByRole('textbox', { name: 'Name to be shown' })).toHaveValue('Nadia'));
    await userEvent.click(screen.getByRole('button', { name: 'Compare with the text' }));
    expect(await screen.findByText('1 suggestion')).toBeVisible();
    await userEvent.selectOptions(within(screen.getByRole('group', { name: /^Nadia/ })).getByRole('combobox', { name: 'In whose name' }), 'Leave out');
    expect(screen.queryByText('1 suggestion')).toBeNull();
    expect(screen.getByRole('button', { name: 'Compare with the text' })).toBeEnabled();
  }); // prettier-ignore

  it('EXC-27 tells of words where words were erased, and brings them in when that is chosen', async () => {
    const atGaps = { count: 2, at: '2026-11-30T10:00:00Z', isLeftOut: true };
    const asked = serverSays({
      ...answersFor('comment', []),
      'GET /api/me/work/w': { body: workOf('w', { ...outcome, atGaps }) },
    });
    const { container } = await show(<ReturnedPage />, wordsOf('exchange'), '/statements/s/returned', '/statements/$id/returned');
    await screen.findByText('Word file');
    const input = container.ownerDocument.querySelector('input[type=file]')!;
    await userEvent.upload(input as HTMLElement, new File([edited() as BlobPart], 'Rev. 1.docx'), { applyAccept: false });
    await userEvent.click(await screen.findByRole('button', { name: 'Compare with the text' }));
    expect(await screen.findByText('2 changes put words where words were erased for good')).toBeVisible();
    expect(screen.getByText(/^Words were erased there on .*left out/)).toBeVisible();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Bring in what the file says there all the same' }));
    // What was found before does not hold for that.
    expect(screen.queryByText('1 suggestion')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Compare with the text' }));
    await waitFor(() => expect(asked.filter(({ path }) => path.endsWith('/look'))).toHaveLength(2));
    expect(screen.getByRole('checkbox')).toBeChecked();
  }); // prettier-ignore

  it('EXC-16 says why a file is not taken, and is not offered to who may only read', async () => {
    const { bring } = await open(answersFor('comment', []));
    await bring(strToU8('We ask'), 'call.txt');
    expect(await screen.findByRole('alert')).toHaveTextContent('Only a Word file (.docx) can come back');
    cleanup();
    await open(answersFor('read', []));
    expect(await screen.findByText(/^You may read this statement, and not comment/)).toBeVisible();
  });
});
