import { isStrongPassword, normalEmail } from './password.js';

describe('passwords', () => {
  it.each(['resist-reclaim-realise', 'ten letters', 'حقوق المهاجرين'])('IDN-3 takes %s', (password) =>
    expect(isStrongPassword(password, 'a@example.org')).toBe(true),
  );

  it.each([
    ['too short', 'short'],
    ['one sign over and over', 'aaaaaaaaaaaaaaa'],
    ['the address', 'Amara.Diallo@example.org'],
    ['the name in the address', 'amara.diallo'],
    ['too long', 'ab cd'.repeat(60)],
  ])('IDN-3 refuses %s', (_, password) =>
    expect(isStrongPassword(password, 'amara.diallo@example.org')).toBe(false),
  );

  it('IDN-1 compares addresses without case and space', () => {
    expect(normalEmail('  Amara@Example.ORG ')).toBe('amara@example.org');
  });
});
