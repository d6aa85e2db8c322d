/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { setDevicePerson } from '@plenary/ground/web';
import { serverSays, show, wordsOf } from '@plenary/ground/web/testing';
import { screen } from '@testing-library/react';
import { SessionGate } from './SessionGate';

const person = { id: 'amara', displayName: 'Amara', email: 'a@example.org', language: 'en', colour: '#000' };

describe('in a browser without IndexedDB', () => {
  it('a person comes in after another one, who is forgotten', async () => {
    expect(globalThis.indexedDB).toBeUndefined();
    setDevicePerson('jomar');
    const session = { id: 's', expiresAt: '2027-01-01T00:00:00Z' };
    serverSays({ 'GET /api/me': { body: { person, session, impersonation: null } } });
    await show(<SessionGate>the rooms</SessionGate>, wordsOf('identity'));
    expect(await screen.findByText('the rooms')).toBeInTheDocument();
    expect(localStorage.getItem('plenary.person')).toBe('amara');
  });
});
