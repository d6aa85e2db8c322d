import { checkedName, mayAdd } from './comments.rules.js';

describe('comments', () => {
  it('COM-1 have names that say something', () => {
    expect(checkedName('  Geneva ')).toBe('Geneva');
    expect(() => checkedName(' ')).toThrow('comment.name-empty');
  });

  it('COM-2 are added by coordinators', () => {
    expect(mayAdd({ coalitionRoles: ['observer', 'coordinator'] })).toBe(true);
    expect(mayAdd({ coalitionRoles: ['observer'] })).toBe(false);
  });
});
