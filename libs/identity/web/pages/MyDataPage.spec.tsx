/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { serverSays, show, wordsOf } from '@plenary/ground/web/testing';
import { screen } from '@testing-library/react';
import { SessionGate } from '..';
import { MyDataPage } from './MyDataPage';

const day = '2026-11-23T10:00:00Z';
const person = {
  ...{ id: 'amara', displayName: 'Amara', email: 'amara@example.org', fullName: null, language: 'en' },
  ...{ languages: [], timeZone: null, colour: '#0b6e6e' },
};
const signIn = (kind: 'browser' | 'token', last_used_at: string | null) => ({
  ...{ kind, scope: 'write', label: null, created_at: day, last_used_at, expires_at: day },
});
const data = {
  madeAt: day,
  account: { ...person, sortName: 'amara', createdAt: day, leftAt: null },
  sessions: [signIn('browser', null), signIn('token', day)],
  ...{ passkeys: [], outside: [], acts: [], files: [] },
};

it('names a browser that told no name as a device, with the day it came, and a key for scripts as such', async () => {
  serverSays({
    'GET /api/me': {
      body: { person, session: { id: 's', expiresAt: day, needsSecondFactor: false }, impersonation: null },
    },
    'GET /api/demo': { body: { items: [] } },
    'GET /api/me/export': { body: data },
  });
  await show(
    <SessionGate>
      <MyDataPage />
    </SessionGate>,
    wordsOf('identity'),
  );
  const device = await screen.findByText('Unknown device', {}, { timeout: 5_000 });
  expect(device.closest('li')).toHaveTextContent('Last used November 23, 2026');
  expect(screen.getByText('Keys for scripts').closest('li')).toHaveTextContent('Last used November 23, 2026');
});
