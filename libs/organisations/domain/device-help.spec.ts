import { helperDays, mayHelpWithDevice, type HelperRoles } from './device-help.js';
import { standingOf } from './standing.js';
import type { CoalitionRole } from './vocabulary.js';

const day = 86_400_000;
const now = 100 * day;
const long = now - helperDays * day;

const helper = (over: Partial<HelperRoles> = {}): HelperRoles => ({
  ...{ personId: 'ana', coordinatorSince: null, focalPointSince: new Map() },
  ...over,
});
const person = (...roles: CoalitionRole[]) =>
  standingOf('ben', roles, [
    { organisationId: 'a', role: 'member', organisationState: 'active', chosenAt: null, since: 0 },
  ]);
const focal = (organisation: string, since: number) =>
  helper({ focalPointSince: new Map([[organisation, since]]) });

describe('ORG-22 who lost a device is helped by', () => {
  it('focal points of an organisation for which they act, and by coordinators', () => {
    expect(mayHelpWithDevice(focal('a', long), person(), now)).toBe(true);
    expect(mayHelpWithDevice(focal('b', long), person(), now)).toBe(false);
    expect(mayHelpWithDevice(helper({ coordinatorSince: long }), person(), now)).toBe(true);
    expect(mayHelpWithDevice(helper(), person(), now)).toBe(false);
  });

  it('coordinators alone, where they have a role in the coalition', () => {
    expect(mayHelpWithDevice(focal('a', long), person('coordinator'), now)).toBe(false);
    expect(mayHelpWithDevice(focal('a', long), person('observer'), now)).toBe(false);
    expect(mayHelpWithDevice(helper({ coordinatorSince: long }), person('coordinator'), now)).toBe(true);
  });

  it('those alone who have had their role for seven days when the first of the two spoke', () => {
    expect(mayHelpWithDevice(focal('a', long + 1), person(), now)).toBe(false);
    expect(mayHelpWithDevice(helper({ coordinatorSince: long + 1 }), person(), now)).toBe(false);
    expect(mayHelpWithDevice(focal('a', long), person(), now - 1)).toBe(false);
  });

  it('nobody who is that person', () => {
    const self = helper({ personId: 'ben', coordinatorSince: long });
    expect(mayHelpWithDevice(self, person(), now)).toBe(false);
  });
});
