import type { ProcessView } from './operation.view.js';
import { whatIsAmiss } from './what-is-amiss.js';

const calm: ProcessView = {
  id: 'one',
  isThis: true,
  startedAt: '2026-11-24T00:00:00.000Z',
  connections: 20,
  documents: 2,
  readers: 20,
  slowReaders: 0,
  readersLetGo: 0,
  saved: { count: 100, p50: 5, p95: 20 },
  told: null,
  joined: null,
  unsaved: 0,
  damaged: 0,
  refused: {},
  memory: 100,
  delay: 2,
};
const calmly = { waiting: 3, dead: 0, untold: [], underived: 0 };
const judge = (change: Partial<ProcessView> = {}, rest: object = {}) =>
  whatIsAmiss({
    ...{ database: 'answers', redis: 'alone', processes: [{ ...calm, ...change }] },
    ...{ emails: { delivery: 'sent', waiting: 3, failed: 0 }, following: calmly, failedWork: 0, ...rest },
  });

describe('OPS-1 what is amiss', () => {
  it('is nothing when all is well', () => {
    expect(judge()).toEqual([]);
    expect(judge({ saved: null, readers: 0 })).toEqual([]);
  });

  it.each([
    ['saving', { saved: { count: 1, p50: 2, p95: 1_001 } }],
    ['saving', { saved: null, unsaved: 1 }],
    ['saving', { unsaved: 6 }],
    ['readers', { slowReaders: 2 }],
    ['busy', { delay: 300 }],
  ] as const)('is %s', (kind, change) => {
    expect(judge(change)).toEqual([kind]);
  });

  it('names the gravest first', () => {
    expect(judge({ delay: 300 }, { redis: 'away', database: 'away' })).toEqual(['database', 'redis', 'busy']);
  });

  it('is that e-mails do not leave, for want of a mail server or because it refuses them', () => {
    expect(judge({}, { emails: { delivery: 'waiting', waiting: 0, failed: 0 } })).toEqual(['mail']);
    expect(judge({}, { emails: { delivery: 'sent', waiting: 0, failed: 2 } })).toEqual(['emails']);
    expect(judge({}, { emails: { delivery: 'mailbox', waiting: 40, failed: 0 } })).toEqual([]);
  });

  it('is that news was not told, waits too long, or that something could not be derived from texts', () => {
    const following = (change: object) => judge({}, { following: { ...calmly, ...change } });
    expect(following({ dead: 1 })).toEqual(['untold']);
    expect(following({ waiting: 1_001 })).toEqual(['behind']);
    expect(following({ underived: 1 })).toEqual(['underived']);
  });

  it('is that a stored copy of a text was damaged', () => {
    expect(judge({ damaged: 1 })).toEqual(['damaged']);
  });

  it('is that work was given up', () => {
    expect(judge({}, { failedWork: 1 })).toEqual(['work']);
  });

  it('does not worry about one edit of many that had to be offered again', () => {
    expect(judge({ unsaved: 1 })).toEqual([]);
  });

  it('does not worry about one slow reader of many', () => {
    expect(judge({ readers: 100, slowReaders: 1 })).toEqual([]);
  });
});
