import { checkedDue, endOf } from './due.js';

const instant = (on: string, time: string | null, zone: string | null, reader = 'UTC') =>
  new Date(endOf({ on, time, zone }, reader)).toISOString();

describe('TSK-5 until when', () => {
  it('a day has ended when it has ended where its reader is', () => {
    expect(instant('2026-12-03', null, null, 'Africa/Nairobi')).toBe('2026-12-03T21:00:00.000Z');
    expect(instant('2026-12-03', null, null, 'America/Santiago')).toBe('2026-12-04T03:00:00.000Z');
    expect(instant('2026-12-31', null, null, 'Pacific/Auckland')).toBe('2026-12-31T11:00:00.000Z');
  });

  it('a minute is what the clocks of the place say, in summer and in winter', () => {
    expect(instant('2027-01-15', '10:00', 'Africa/Cairo')).toBe('2027-01-15T08:00:00.000Z');
    expect(instant('2027-07-15', '10:00', 'Africa/Cairo')).toBe('2027-07-15T07:00:00.000Z');
    expect(instant('2027-01-15', '10:00', 'America/Santiago')).toBe('2027-01-15T13:00:00.000Z');
    expect(instant('2027-07-15', '10:00', 'America/Santiago')).toBe('2027-07-15T14:00:00.000Z');
  });

  it('a day ends right where clocks change in its night', () => {
    // In Cairo the last Friday of April begins at one o'clock.
    expect(instant('2027-04-29', null, null, 'Africa/Cairo')).toBe('2027-04-29T22:00:00.000Z');
    expect(instant('2027-04-30', null, null, 'Africa/Cairo')).toBe('2027-04-30T21:00:00.000Z');
  });

  it('is refused where it is none', () => {
    expect(checkedDue({ on: '2028-02-29', time: null, zone: null })).toMatchObject({ on: '2028-02-29' });
    for (const wrong of [
      { on: '2027-02-29', time: null, zone: null },
      { on: '27-2-1', time: null, zone: null },
      { on: '2027-13-01', time: null, zone: null },
      { on: '2027-02-01', time: '24:00', zone: 'UTC' },
      { on: '2027-02-01', time: null, zone: 'UTC' },
      { on: '2027-02-01', time: '10:00', zone: 'Nowhere' },
    ])
      expect(() => checkedDue(wrong)).toThrow('task.due-unknown');
  });
});
