import { StatusBoard } from './status-board.js';

describe('the status of a document', () => {
  it('is told when it says something else, and not when it says the same', () => {
    const facts = { pending: 0, late: false, isKeeping: true, hasId: true };
    const board = new StatusBoard(() => ({ ...facts }));
    board.publish({ connection: 'online', loaded: true, right: 'edit' });
    const told: string[] = [];
    board.subscribe(() => told.push(board.current.saving));
    board.publish();
    board.publish({ right: 'edit' });
    expect(told).toEqual([]);
    facts.pending = 1;
    board.publish();
    board.publish();
    facts.pending = 0;
    board.publish();
    board.publish({ connection: 'online' });
    expect(told).toEqual(['sending', 'saved']);
  });
});
