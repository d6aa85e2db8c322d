import { configDocument, loadConfig, settings, StartupError } from '../index.js';

describe('the configuration', () => {
  it('works on a fresh machine without any setting', () => {
    expect(loadConfig({})).toMatchObject({
      port: 3_000,
      databaseUrl: null,
      publicUrl: null,
      sessionDays: 30,
      secure: false,
    });
  });

  it('takes an empty setting for none', () => {
    expect(loadConfig({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ port: 3_000, databaseUrl: null });
  });

  it('takes names, addresses and ranges of proxies, and none by itself', () => {
    expect(loadConfig({}).trustedProxies).toEqual([]);
    const named = 'loopback, uniquelocal,10.1.0.0/16 ,203.0.113.7,2001:db8::/32';
    const { trustedProxies } = loadConfig({ TRUSTED_PROXIES: named });
    expect(trustedProxies).toEqual([
      'loopback',
      'uniquelocal',
      '10.1.0.0/16',
      '203.0.113.7',
      '2001:db8::/32',
    ]);
  });

  it('knows when everybody would count as one: behind https with no proxy that is trusted', () => {
    const https = { PUBLIC_URL: 'https://plenary.example.org' };
    expect(loadConfig({}).hidesPeople).toBe(false);
    expect(loadConfig(https).hidesPeople).toBe(true);
    expect(loadConfig({ ...https, TRUSTED_PROXIES: 'loopback' }).hidesPeople).toBe(false);
  });

  it('marks cookies secure where people come by https', () => {
    expect(loadConfig({ PUBLIC_URL: 'https://plenary.example.org' }).secure).toBe(true);
  });

  it.each([
    ['PORT', 'three thousand'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/plenary'],
    ['DATABASE_URL', 'localhost'],
    ['DATABASE_POOL', '1001'],
    ['PUBLIC_URL', 'ftp://files.example.org'],
    ['SESSION_DAYS', '-7'],
    ['LOG_LEVEL', 'loud'],
    ['TRUSTED_PROXIES', 'true'],
    ['TRUSTED_PROXIES', '2'],
    ['TRUSTED_PROXIES', 'proxy.example.org'],
    ['TRUSTED_PROXIES', 'loopback, 10.0.0.0/33'],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
    ['TRUSTED_PROXIES', '::/0'],
    ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
  ])('refuses %s=%s with a sentence that names it and not its value', (variable, value) => {
    const load = () => loadConfig({ [variable]: value });
    expect(load).toThrow(StartupError);
    expect(load).toThrow(new RegExp(`The setting ${variable} cannot be used`));
    expect(load).not.toThrow(value);
  });

  it('lets nobody move the time of an installation that is meant', () => {
    expect(loadConfig({}).clock).toBe('machine');
    expect(loadConfig({ CLOCK: 'settable' }).clock).toBe('settable');
    for (const meant of [{ NODE_ENV: 'production' }, { PUBLIC_URL: 'https://plenary.example.org' }])
      expect(() => loadConfig({ CLOCK: 'settable', ...meant })).toThrow('for tests alone');
  });

  it('is described setting by setting', () => {
    for (const { variable, meaning } of settings) {
      expect(configDocument()).toMatch(new RegExp(`\\| \`${variable}\` \\| .* \\| `));
      expect(configDocument()).toContain(meaning);
    }
  });
});
