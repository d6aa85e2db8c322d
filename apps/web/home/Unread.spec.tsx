/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { readFileSync } from 'node:fs';
import { serverSays, show } from '@plenary/ground/web/testing';
import { cleanup, screen } from '@testing-library/react';
import { Unread } from './Unread';

const load = (language: string) => async () => ({
  default: JSON.parse(readFileSync(`apps/web/messages/${language}.json`, 'utf8')) as Record<string, string>,
});
const words = { shell: { en: load('en'), es: load('es'), fr: load('fr'), ar: load('ar') } };

describe('STM-27 what changed since one last read, on home', () => {
  afterEach(cleanup);

  const shown = (count: number | undefined) => {
    serverSays({});
    return show(<Unread statementId="s" count={count} />, words);
  };

  it('leads to what changed, and says nothing where nothing did', async () => {
    const { unmount } = await shown(3);
    const link = await screen.findByRole('link', { name: '3 paragraphs changed since you last read' });
    expect(link).toHaveAttribute('href', '/statements/s/history?view=unread');
    unmount();
    await shown(0);
    expect(screen.queryByText(/since you last read/)).toBeNull();
  });

  it('says what was known last without a network, and leads nowhere', async () => {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await shown(1);
    expect(await screen.findByText('1 paragraph changed since you last read')).toBeInTheDocument();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
