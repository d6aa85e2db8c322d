import { loadConfig } from '@plenary/ground/server';
import { readCommandLine } from './command-line.js';
import { Leader } from './leader.js';

describe('the command line', () => {
  it('is one process when nothing is said', () => {
    expect(readCommandLine([])).toEqual({ processes: 1, empty: false });
    expect(readCommandLine(['--processes', '2'])).toEqual({ processes: 2, empty: false });
    expect(readCommandLine(['--processes=3'])).toEqual({ processes: 3, empty: false });
  });

  it.each(['0', '9', '1.5', 'two', '-1', ''])('refuses %j processes with a sentence', (number) => {
    expect(() => readCommandLine([`--processes=${number}`])).toThrow('a whole number from 1 to 8');
  });

  it('names what it does not know', () => {
    expect(() => readCommandLine(['--procesess', '2'])).toThrow("'--procesess'");
    expect(() => readCommandLine(['two'])).toThrow("'two'");
  });

  it('SYNC-31 several processes without a Redis are refused before anything is started', async () => {
    const config = loadConfig({ PLENARY_DATA: '/nowhere' });
    await expect(Leader.start(config, 2, () => undefined)).rejects.toThrow('REDIS_URL=');
  });
});
