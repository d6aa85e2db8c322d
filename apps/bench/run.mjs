/**
 * `npm run bench`: the text engine beside its peers, in one run, on this machine.
 *   --quick            a few of all, within three minutes
 *   --only open,kill   some scenarios (the keys in plan.mjs, or their beginnings)
 *   --targets plenary  some targets
 *   --write            writes docs/benchmarks.md and docs/benchmarks.svg
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { buildServer } from '../../tools/build-server.mjs';
import { machine } from './machine.mjs';
import { plan } from './plan.mjs';
import { plotOf } from './plot.mjs';
import { figuresOf, forMarkdown, forTerminal, tableOf, verdict } from './report.mjs';
import { target } from './targets/index.mjs';
import { installPeers } from './targets/process.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    targets: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const say = (line = '') => console.log(line);
const listed = (text) => text?.split(',').map((each) => each.trim());

function chosen() {
  const [keys, targets] = [listed(options.only), listed(options.targets)];
  return plan
    .filter(({ key }) => !keys || keys.some((each) => key.startsWith(each)))
    .map((each) => ({ ...each, targets: options.quick && !keys ? each.quick : each.targets }))
    .map((each) => ({ ...each, targets: each.targets.filter((name) => !targets || targets.includes(name)) }))
    .filter((each) => each.targets.length > 0);
}

async function measure(scenario, titles) {
  const results = {};
  for (const name of scenario.targets) {
    const begun = performance.now();
    process.stdout.write(`${scenario.title}: ${titles[name]} … `);
    try {
      results[name] = await scenario.run(name, options);
    } catch (reason) {
      results[name] = { failed: reason.message.split('\n')[0] };
    }
    say(
      results[name].failed
        ? `failed: ${results[name].failed}`
        : `${((performance.now() - begun) / 1000).toFixed(0)} s`,
    );
  }
  return results;
}

/** Words that a person wrote stay: everything between the two marks is made anew. */
const [opening, closing] = ['<!-- measured: begin -->', '<!-- measured: end -->'];

async function write(scenarios, results, titles) {
  const { processor, cores, memoryGiB, node } = machine();
  const lines = [
    `Measured on ${new Date().toISOString().slice(0, 10)} on ${cores} cores (${processor}) with ${memoryGiB} GiB, Node ${node}; the load comes from other processes on the same cores. Absolute times are those of this machine on this day; what counts are the ratios within the run.`,
    '',
    `![95 of 100 letters reach a reader within](benchmarks.svg)`,
    '',
  ];
  for (const scenario of scenarios) {
    lines.push(`### ${scenario.title[0].toUpperCase()}${scenario.title.slice(1)}`, '');
    if (scenario.key === 'open')
      lines.push(`Opened is ${results.open.plenary?.source ?? 'a long history'}.`, '');
    lines.push(forMarkdown(tableOf(scenario, results[scenario.key], titles)), '');
    const figures = figuresOf(scenario, results[scenario.key]);
    for (const [figure, reached] of figures) lines.push(`- ${figure}: **${verdict(reached)}**`);
    lines.push('');
  }
  const file = 'docs/benchmarks.md';
  const before = readFileSync(file, 'utf8');
  const whole = `${before.slice(0, before.indexOf(opening) + opening.length)}\n\n${lines.join('\n')}\n${before.slice(before.indexOf(closing))}`;
  writeFileSync(file, await format(whole, { ...(await resolveConfig(file)), parser: 'markdown' }));
  writeFileSync(
    'docs/benchmarks.svg',
    plotOf(
      scenarios.filter(({ key }) => key.startsWith('hall')),
      results,
      titles,
    ),
  );
  say(`Written: ${file}, docs/benchmarks.svg`);
}

await buildServer();
installPeers(say);
const scenarios = chosen();
const titles = {};
for (const name of new Set(scenarios.flatMap(({ targets }) => targets)))
  titles[name] = (await target(name)).title;
const results = {};
for (const scenario of scenarios) results[scenario.key] = await measure(scenario, titles);
for (const scenario of scenarios) {
  say(`\n${scenario.title}`);
  say(forTerminal(tableOf(scenario, results[scenario.key], titles)));
  for (const [figure, reached] of figuresOf(scenario, results[scenario.key]))
    say(`  ${verdict(reached).padEnd(8)} ${figure}`);
}
if (options.write) await write(scenarios, results, titles);
process.exit();
