// What specs lean on goes through no door.
// eslint-disable-next-line @nx/enforce-module-boundaries
import { clients, throughAnEngine } from '../../../libs/ground/collab/engine/test/through-an-engine.js';
// eslint-disable-next-line @nx/enforce-module-boundaries
import { drill } from '../../../libs/ground/text/test/drill.js';
// eslint-disable-next-line @nx/enforce-module-boundaries
import { rules } from '../../../libs/ground/text/test/rules.js';
// eslint-disable-next-line @nx/enforce-module-boundaries
import { longRun } from '../../../libs/ground/text/layers/test/long-run.js';
import { say } from './say.js';

const runs = Number(process.env.DRILL_RUNS ?? 10_000);
const seed = Number(process.env.DRILL_SEED ?? Date.now() % 1e9);

describe('text', () => {
  it(`TXT-1..6: five writers, ${runs} runs: nothing lost, doubled, credited to another; no caret jumps`, async () => {
    const onServer = (run: Parameters<typeof throughAnEngine>[0]) => throughAnEngine(run, rules);
    const tally = await drill(runs, seed, { clients, onServer });
    const { characters, doubledKnown, carets, anchors, wrongs, ...rest } = tally;
    say(`seed ${seed}: ${rest.runs} runs, ${characters} characters, ${carets} carets, ${anchors} anchors`);
    say(`lost ${wrongs.get('lost')?.count ?? 0}, doubled as is known ${doubledKnown}`);
    say(
      `doubled otherwise ${wrongs.get('doubled')?.count ?? 0}, wrong authors ${wrongs.get('author')?.count ?? 0}`,
    );
    say(`carets that jumped ${wrongs.get('caret')?.count ?? 0}`);
    for (const [kind, { count, first }] of wrongs) say(`${count} × ${kind}: ${first}`);
    expect([...wrongs.keys()]).toEqual([]);
  });

  it('LAY-1..5, TXT-8: 1,000 passages and 200 suggestions, 10,000 acts of five writers: none lost, each in its state', () => {
    const size = { acts: 10_000, anchors: 1_000, suggestions: 200, judgedEvery: 1_000 };
    const { wrongs, anchorStates, suggestionStates, ...tally } = longRun(size, seed);
    const figures = (of: object) =>
      Object.entries(of)
        .map(([name, count]) => `${name} ${count}`)
        .join(', ');
    say(`seed ${seed}: ${figures(tally)}`);
    say(`states of passages: ${figures(anchorStates)}`);
    say(`states of suggestions: ${figures(suggestionStates)}`);
    say(`${wrongs.length} wrong`);
    for (const wrong of wrongs.slice(0, 20)) say(wrong);
    expect(wrongs).toEqual([]);
    expect(tally).toMatchObject({ acts: size.acts, anchors: size.anchors, suggestions: size.suggestions });
  });
});
