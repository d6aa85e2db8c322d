/** A task as the server says it, for the specs of screens. */
export const aTask = (id: string, about: object = {}) => ({
  ...{ id, groupId: 'g', groupName: 'Borders', title: `Task ${id}`, state: 'to_do', rank: id, due: null },
  ...{ people: [], organisation: null, stepsDone: 0, steps: 0, about: null, isMine: false, doneAt: null },
  ...{ changedAt: '2026-12-01T10:00:00.000Z', may: all, ...about },
});

const all = { work: true, change: true, assign: true, take: false, giveBack: false, delete: true };
export const mayNothing = Object.fromEntries(Object.keys(all).map((name) => [name, false]));

export const aDetail = (id: string, about: object = {}) => ({
  ...aTask(id),
  ...{ notes: '', checklist: [], createdAt: '2026-12-01T10:00:00.000Z' },
  ...{ madeBy: { personId: 'p', name: 'Rosa', colour: '#0b6e6e' }, ...about },
});

export const person = (name: string) => ({ personId: name.toLowerCase(), name, colour: '#0b6e6e' });

/** On a day, as a whole. */
export const onDay = (on: string) => ({ on, time: null, zone: null });

/** Where the reader's device is; the answer brings it home. */
export function readerIn(timeZone: string): () => void {
  const { prototype } = Intl.DateTimeFormat;
  const own = prototype.resolvedOptions;
  const spy = jest.spyOn(prototype, 'resolvedOptions').mockImplementation(function (
    this: Intl.DateTimeFormat,
  ) {
    return { ...own.call(this), timeZone };
  });
  return () => spy.mockRestore();
}
