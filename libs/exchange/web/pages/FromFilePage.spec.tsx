/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, withFiles, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { strToU8, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { FromFilePage } from './FromFilePage';

const groups = { 'GET /api/groups': { body: { items: [{ id: 'w', name: 'Women' }], nextCursor: null } } };
async function open(answers: Answers = {}) {
  const asked = serverSays({ ...groups, ...answers });
  const { container, address } = await show(
    <FromFilePage />,
    { ...wordsOf('exchange'), ...wordsOf('groups') },
    '/statements/from-file',
    '/statements/from-file',
  );
  const bring = async (content: Uint8Array | string, name: string) => {
    const file = new File([content as BlobPart], name);
    await userEvent.upload(container.ownerDocument.querySelector('input[type=file]')!, file, {
      applyAccept: false,
    });
  };
  return { asked, address, bring };
}
/** As much of a Word file as is needed: a title, a tracked change, two comments. */
const word = (root: string, inner: string) =>
  strToU8(
    `<w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inner}</w:${root}>`,
  );
const property = (name: string, value: string | number) =>
  `<property name="${name}"><lpwstr>${value}</lpwstr></property>`;
const run = (text: string, tag = 't') => `<w:r><w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`;
const call = (moment?: number) =>
  zipSync({
    ...(moment === undefined ? {} : { 'docProps/custom.xml': strToU8(`<Properties>${property('StatementId', 's')}${property('StatementMoment', moment)}</Properties>`) }),
    '[Content_Types].xml': strToU8(
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/styles.xml': word('styles', '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'),
    'word/comments.xml': word('comments', '<w:comment w:id="0"/><w:comment w:id="1"/>'),
    'word/document.xml': word(
      'document',
      `<w:body><w:p><w:pPr><w:pStyle w:val="T"/></w:pPr>${run('Our call')}</w:p>` +
        `<w:p>${run('We ')}<w:del w:id="1">${run('demand', 'delText')}</w:del><w:ins w:id="2">${run('ask')}</w:ins>${run(' this')}</w:p></w:body>`,
    ),
  }); // prettier-ignore

const of = (what: string, author: string, inner: string) =>
  `<w:${what} w:id="9" w:author="${author}">${inner}</w:${what}>`;
const said = (id: number, author: string, text: string) =>
  `<w:comment w:id="${id}" w:author="${author}"><w:p>${run(text)}</w:p></w:comment>`;
/** One that two people went through: a change and a comment of Nadia, a comment of Omar. */
const debated = () =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/comments.xml': word('comments', said(0, 'Nadia', 'Of whom?') + said(1, 'Omar', 'When?')),
    'word/document.xml': word(
      'document',
      `<w:body><w:p>${run('We ')}${of('del', 'Nadia', run('demand', 'delText'))}${of('ins', 'Nadia', run('ask'))}` +
        `<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>${run(' this')}<w:commentRangeEnd w:id="0"/><w:commentRangeEnd w:id="1"/></w:p></w:body>`,
    ),
  }); // prettier-ignore
/** One in which Nadia made a heading of a paragraph. */
const restyled = () =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': word(
      'document',
      `<w:body><w:p><w:pPr><w:outlineLvl w:val="0"/>${of('pPrChange', 'Nadia', '<w:pPr/>')}</w:pPr>${run('We ask')}</w:p></w:body>`,
    ),
  }); // prettier-ignore
const outcome = {
  ...{ statementId: 'new', fileId: 'f', moment: 1, isNamed: true, known: 0, leftOut: 0, moved: 0 },
  ...{ suggestions: 1, comments: 2, names: [], unplacedCount: 0, unplaced: [] as object[] },
};
const beginning = (came: object): Answers => ({
  'GET /api/organisations': { body: { items: [], total: 0, nextCursor: null } },
  'GET /api/me/work': { body: { items: [] } },
  'POST /api/statements/from-file/beside': { status: 202, body: { id: 'w' } },
  'POST /api/statements/from-file': { status: 201, body: { id: 'plain' } },
  'GET /api/me/work/w': {
    body: {
      ...{ id: 'w', kind: 'exchange.begin', state: 'done', step: null, done: 0, total: null, outcome: came },
      ...{ refusal: null, fileName: null, begunAt: '2026-11-30T10:00:00Z', endedAt: '2026-11-30T10:00:01Z' },
    },
  },
  'DELETE /api/me/work/w': { status: 204 },
});
const posts = (asked: readonly { method: string; path: string }[]) =>
  asked.filter(({ method }) => method === 'POST').map(({ path }) => path);
const counts = () => screen.getByTestId('beside').textContent;
const keeps = () => screen.getByRole('checkbox', { name: 'Keep the comments, as threads beside the text' });
const begins = () => userEvent.click(screen.getByRole('button', { name: 'Begin with this text' }));

describe('a statement from a file', () => {
  beforeAll(withFiles);
  afterEach(cleanup);

  it('EXC-11 shows what was understood, and what is not carried, before anything is sent', async () => {
    const { asked, bring } = await open();
    await bring(call(), 'call.docx');
    expect(await screen.findByText('1 paragraph')).toBeInTheDocument();
    expect(screen.getByText('2 comments')).toBeInTheDocument();
    expect(screen.getByText('1 insertion · 1 deletion')).toBeInTheDocument();
    expect(screen.getByTestId('preview')).toHaveTextContent('¶1We ask this');
    expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('EXC-11 reads tracked changes as is chosen', async () => {
    const { bring } = await open();
    await bring(call(), 'call.docx');
    await userEvent.click(await screen.findByRole('radio', { name: 'all were rejected' }));
    await waitFor(() => expect(screen.getByTestId('preview')).toHaveTextContent('¶1We demand this'));
  });

  it('EXC-15 begins the statement with title, language and owner, and opens it', async () => {
    const { asked, address, bring } = await open({
      'POST /api/statements/from-file': { status: 201, body: { id: 'new' } },
    });
    await bring(call(), 'call.docx');
    const title = await screen.findByRole('textbox', { name: 'Title' });
    expect(title).toHaveValue('Our call');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language of the text' }), 'fr');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Whose text it is' }), 'Women');
    await userEvent.click(screen.getByRole('button', { name: 'Begin with this text' }));
    await waitFor(() => expect(address()).toBe('/statements/new'));
    expect(asked.some(({ method, path }) => method === 'POST' && path === '/api/statements/from-file')).toBe(
      true,
    );
  });

  it('a refusal leaves everything as it was said', async () => {
    const { bring, address } = await open({
      'POST /api/statements/from-file': refusal(403, 'statement.may-not-create'),
    });
    await bring('# Our call\n\nWe ask', 'call.md');
    const title = await screen.findByRole('textbox', { name: 'Title' });
    await userEvent.type(title, ' again');
    await userEvent.click(screen.getByRole('button', { name: 'Begin with this text' }));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(title).toHaveValue('Our call again');
    expect(address()).toBe('/statements/from-file');
  });

  it('EXC-27 tells that words were erased since from the statement of which the file was made', async () => {
    const erased = { id: 's', epoch: 2, seq: 7, at: '2026-11-30T10:00:00Z' };
    const { asked, bring } = await open({ 'GET /api/erased-statements': { body: { items: [erased] } } });
    // One that says nothing of a statement asks nobody.
    await bring(call(), 'call.docx');
    expect(await screen.findByText('1 paragraph')).toBeVisible();
    expect(asked.some(({ path }) => path === '/api/erased-statements')).toBe(false);
    await bring(call(6), 'before.docx');
    expect(await screen.findByText(/words were erased for good afterwards, on .*30/)).toBeVisible();
    await bring(call(7), 'since.docx');
    await waitFor(() => expect(screen.queryByText(/erased for good/)).toBeNull());
    expect(await screen.findByText('1 paragraph')).toBeVisible();
    expect(screen.queryByText(/erased for good/)).toBeNull();
  });

  it('EXC-12 says why a file is not read, and reads the next', async () => {
    const { bring } = await open();
    await bring('%PDF-1.7', 'call.docx');
    expect(await screen.findByRole('alert')).toHaveTextContent('Files of this kind are not read');
    await bring('We ask', 'call.txt');
    const preview = await screen.findByTestId('preview');
    expect(within(preview).getByText('We ask')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('EXC-25 keeps comments as threads and tracked changes as suggestions, as is chosen, and counts what will come', async () => {
    const { asked, address, bring } = await open(beginning(outcome));
    await bring(debated(), 'draft.docx');
    await waitFor(() => expect(keeps()).toBeChecked());
    expect(counts()).toBe('0 suggestions2 comments');
    await userEvent.click(screen.getByRole('radio', { name: 'all were rejected, and keep them as suggestions' }));
    await waitFor(() => expect(counts()).toBe('1 suggestion2 comments'));
    expect(screen.getByTestId('preview')).toHaveTextContent('We demand this');
    const nadia = screen.getByRole('group', { name: /^Nadia/ });
    expect(nadia).toHaveTextContent('1 change · 1 comment');
    expect(within(nadia).getByRole('combobox', { name: 'In whose name' })).toHaveValue('other');
    expect(within(nadia).getByRole('textbox', { name: 'Name to be shown' })).toHaveValue('Nadia');
    const whose = within(screen.getByRole('group', { name: /^Omar/ })).getByRole('combobox', { name: 'In whose name' });
    await userEvent.selectOptions(whose, 'Leave out');
    expect(counts()).toBe('1 suggestion1 comment');
    expect(screen.queryByText('What is not carried over')).toBeNull();
    expect(posts(asked)).toEqual([]);
    await begins();
    await waitFor(() => expect(address()).toBe('/statements/new'));
    expect(posts(asked)).toEqual(['/api/statements/from-file/beside']);
  }); // prettier-ignore

  it('EXC-25 counts paragraphs that are set otherwise among tracked changes, also where there are no others', async () => {
    const { bring } = await open(beginning(outcome));
    await bring(restyled(), 'draft.docx');
    expect(await screen.findByText(/1 paragraph formatted otherwise$/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('radio', { name: 'all were rejected, and keep them as suggestions' }),
    );
    await waitFor(() => expect(counts()).toMatch(/^1 suggestion/));
    expect(screen.queryByText('What is not carried over')).toBeNull();
  });

  it('EXC-24 begins with the text alone where nothing beside it is kept', async () => {
    const { asked, address, bring } = await open(beginning(outcome));
    await bring(debated(), 'draft.docx');
    await waitFor(() => expect(keeps()).toBeChecked());
    // What was typed stays, whatever is chosen above it.
    await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), ' of ours');
    await userEvent.click(screen.getByRole('radio', { name: 'all were rejected' }));
    await waitFor(() => expect(screen.getByTestId('preview')).toHaveTextContent('We demand this'));
    await userEvent.click(keeps());
    expect(screen.queryByTestId('beside')).toBeNull();
    expect(within(screen.getByText('What is not carried over').closest('section')!).getByText('2 comments')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('draft of ours');
    await begins();
    await waitFor(() => expect(address()).toBe('/statements/plain'));
    expect(posts(asked)).toEqual(['/api/statements/from-file']);
  }); // prettier-ignore

  it('EXC-26 tells what found no place, with its words, before the statement is opened', async () => {
    const { address, bring } = await open(
      beginning({ ...outcome, unplacedCount: 1, unplaced: [{ by: 'Nadia', inserted: 'ask', deleted: 'demand' }] }),
    );
    await bring(debated(), 'draft.docx');
    await waitFor(() => expect(keeps()).toBeChecked());
    await begins();
    expect((await screen.findByText('ask')).tagName).toBe('INS');
    expect(screen.queryByRole('button', { name: 'Begin with this text' })).toBeNull();
    expect(address()).toBe('/statements/from-file');
    await userEvent.click(screen.getByRole('link', { name: 'Open the statement' }));
    await waitFor(() => expect(address()).toBe('/statements/new'));
  }); // prettier-ignore

  it('EXC-24 is not offered for an OpenDocument text, a file without either asks nothing', async () => {
    const { bring } = await open();
    await bring('# Our call\n\nWe ask', 'call.md');
    await screen.findByTestId('preview');
    expect(screen.queryByRole('checkbox')).toBeNull();
    const revised = readFileSync('libs/exchange/domain/test/files/revised.odt');
    await bring(new Uint8Array(revised), 'revised.odt');
    expect(await screen.findByRole('radio', { name: 'all were rejected' })).toBeVisible();
    expect(screen.queryByRole('radio', { name: /keep them/ })).toBeNull();
  });
});
