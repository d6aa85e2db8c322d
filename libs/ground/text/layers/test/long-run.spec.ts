import { longRun } from './long-run.js';

describe('suggestions and passages beside a text on which five write', () => {
  it('LAY-1..5, TXT-8 none is lost, each is in the state that a model of its own says, and rejecting one changes no other', () => {
    // As many as are quick; the drill has the numbers that are promised.
    const size = { acts: 240, anchors: 60, suggestions: 24, judgedEvery: 80 };
    const { wrongs, ...tally } = longRun(size, 8);
    expect(wrongs).toEqual([]);
    expect(tally).toMatchObject({ acts: size.acts, anchors: size.anchors, suggestions: size.suggestions });
    const { accepted, rejected, takenBack, anchorStates, suggestionStates } = tally;
    for (const count of [accepted, rejected, takenBack, ...Object.values(anchorStates)])
      expect(count).toBeGreaterThan(0);
    for (const count of Object.values(suggestionStates)) expect(count).toBeGreaterThan(0);
  });
});
