/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { interfaceLanguages } from '@plenary/ground/kernel';
import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, laterOf, startWords, useErrorSentence, withWords, type Words } from '..';
import { groundWords, houseOf } from '../testing';

/** A house with one room, whose words come when the spec says so. */
async function houseWith(kites: Words) {
  const let_: { come: () => void; fail: () => void } = { come: () => undefined, fail: () => undefined };
  const asked: string[] = [];
  const later = { kites: fetchable('kites', kites) };
  const shared = {
    record: fetchable('record', { 'kites-record': kites }),
    permissions: fetchable('permissions', {}),
  };
  /** As `import()` does, asks once for a file that comes. */
  function fetchable<Content>(name: string, content: Content) {
    let file: Promise<{ default: Content }> | undefined;
    return () => {
      if (file) return file;
      asked.push(name);
      file = new Promise((come, fail) => {
        let_.come = () => come({ default: content });
        let_.fail = () => {
          file = undefined;
          fail(new TypeError('the file is not reached'));
        };
      });
      return file;
    };
  }
  const { atOnce } = (await houseOf(groundWords()).languages.en()).default;
  const inLanguage = async () => ({ default: { atOnce, later, shared } });
  const languages = Object.fromEntries(interfaceLanguages.map((each) => [each, inLanguage]));
  const codes = async () => ({ default: { 'kite.torn': 'kites' } });
  await startWords({ languages: languages as never, codes }, 'en');
  const settled = (what: () => void) =>
    act(async () => {
      await Promise.resolve().then(() => undefined);
      what();
    });
  return { asked, come: () => settled(() => let_.come()), fail: () => settled(() => let_.fail()) };
}

const words = { title: 'Kites', 'error.kite.torn': 'The kite is torn. Mend it first.' };

function Kites() {
  const { t } = useTranslation('kites');
  return <h1>{t('title')}</h1>;
}

const later = { timeout: 5_000 };

describe('words of rooms', () => {
  afterEach(() => {
    cleanup();
    jest.useRealTimers();
  });

  it('WRD-1 come with the code that names them, asked for at the same time', async () => {
    const house = await houseWith(words);
    const order: string[] = [];
    const page = withWords(['kites'], async () => order.push('code'))().then(() => order.push('page'));
    await act(async () => undefined);
    expect([order, house.asked]).toEqual([['code'], ['kites']]);
    await house.come();
    await page;
    render(<Kites />);
    expect(screen.getByRole('heading')).toHaveTextContent('Kites');
    // Whoever is asked for them again has them.
    await withWords(['kites'], async () => undefined)();
    expect(house.asked).toEqual(['kites']);
  });

  it('WRD-2 that nobody named hold the screen back: no key is ever shown', async () => {
    const house = await houseWith(words);
    render(
      <Suspense fallback="waits">
        <Kites />
      </Suspense>,
    );
    expect(document.body).toHaveTextContent(/^waits$/);
    await house.come();
    expect(await screen.findByRole('heading', {}, later)).toHaveTextContent('Kites');
  });

  it('WRD-2 are asked for anew while somebody waits, and show no key meanwhile', async () => {
    const house = await houseWith(words);
    jest.useFakeTimers();
    render(
      <Suspense fallback="waits">
        <Kites />
      </Suspense>,
    );
    await house.fail();
    expect(document.body).toHaveTextContent(/^waits$/);
    await act(() => jest.advanceTimersByTimeAsync(2_000));
    expect(house.asked).toEqual(['kites', 'kites']);
    await house.come();
    expect(screen.getByRole('heading')).toHaveTextContent('Kites');
  });

  it('WRD-2 that are not reached fail as code does, so that the page says so', async () => {
    const house = await houseWith(words);
    const page = withWords(['kites'], async () => 'code')().catch((reason: Error) => reason.message);
    await house.fail();
    expect(await page).toBe('the file is not reached');
  });

  it('WRD-3 of a refusal are there before the refusal is shown', async () => {
    const house = await houseWith(words);
    const response = new Response(null, { status: 409 });
    const refused = answerOf(Promise.resolve({ error: { error: { code: 'kite.torn' } }, response }));
    const caught = refused.catch((error: unknown) => error);
    await act(async () => undefined);
    expect(house.asked).toEqual(['kites']);
    await house.come();
    const error = await caught;
    function Sentence() {
      return <p>{useErrorSentence(error).sentence}</p>;
    }
    render(<Sentence />);
    expect(document.body).toHaveTextContent('The kite is torn. Mend it first.');
  });

  it('WRD-3 of a refusal that cannot be fetched leave the refusal as it is', async () => {
    const house = await houseWith(words);
    const response = new Response(null, { status: 409 });
    const refused = answerOf(Promise.resolve({ error: { error: { code: 'kite.torn' } }, response }));
    const caught = refused.catch((error: unknown) => error);
    await act(async () => undefined);
    await house.fail();
    expect(await caught).toMatchObject({ code: 'kite.torn', status: 409 });
  });

  it('WRD-4 of a part of all rooms come in one file, with the page that tells of them', async () => {
    const house = await houseWith(words);
    const page = withWords([], async () => undefined, 'record')();
    await act(async () => undefined);
    await house.come();
    await page;
    expect(house.asked).toEqual(['record']);
    expect(laterOf('record')).toEqual(['kites-record']);
  });
});
