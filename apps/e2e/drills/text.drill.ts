// What specs lean on goes through no door.
// eslint-disable-next-line @nx/enforce-module-boundaries
import { clients, throughAnEngine } from '../../../libs/ground/collab/engine/test/through-an-engine.js';
// eslint-disable-next-line @nx/enforce-module-boundaries
import { drill } from '../../../libs/ground/text/test/drill.js';
// eslint-disable-next-line @nx/enforce-module-boundaries
import { rules } from '../../../libs/ground/text/test/rules.js';
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
});
