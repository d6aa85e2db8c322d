/**
 * `npm run bench`: the text engine beside its peers, and the lists, in one run, on this machine.
 *   --quick            a few of all, within four minutes
 *   --only open,kill   some scenarios (the keys in plan.mjs, or their beginnings)
 *   --targets plenary  some targets
 *   --write            writes docs/benchmarks.md and docs/benchmarks.svg; what was not measured now stays there
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
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
/** How much others did on this machine when it began. */
const [busy] = loadavg();
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

/** Sections of an earlier run, by their heading. */
function sectionsOf(text) {
  const [head, ...sections] = text.split(/^(?=### )/m);
  return { head, sections: new Map(sections.map((each) => [each.slice(4, each.indexOf('\n')), each])) };
}

const circumstances = () => {
  const { processor, cores, memoryGiB, node } = machine();
  return `Measured on ${new Date().toISOString().slice(0, 10)} on ${cores} cores (${processor}) with ${memoryGiB} GiB, Node ${node}, load ${busy.toFixed(1)} when it began`;
};

function sectionOf(scenario, results, titles, isPart) {
  const heading = headingOf(scenario);
  const lines = [`### ${heading}`, ''];
  if (isPart) lines.push(`${circumstances()}; by itself, without the scenarios around it.`, '');
  const note = scenario.note?.(results);
  if (note) lines.push(note, '');
  lines.push(forMarkdown(tableOf(scenario, results, titles)), '');
  for (const [figure, reached] of figuresOf(scenario, results))
    lines.push(`- ${figure}: **${verdict(reached)}**`);
  return `${lines.join('\n')}\n\n`;
}

const headingOf = ({ title }) => `${title[0].toUpperCase()}${title.slice(1)}`;

async function write(scenarios, results, titles) {
  const file = 'docs/benchmarks.md';
  const before = readFileSync(file, 'utf8');
  const [from, to] = [before.indexOf(opening) + opening.length, before.indexOf(closing)];
  const isPart = scenarios.length < plan.length || options.targets !== undefined;
  const earlier = sectionsOf(before.slice(from, to));
  const head = isPart
    ? earlier.head.trim()
    : `${circumstances()}; the load comes from other processes on the same cores. Absolute times are those of this machine on this day; what counts are the ratios within the run.\n\n![95 of 100 characters reach a reader within](benchmarks.svg)`;
  const sections = plan.map((scenario) =>
    results[scenario.key]
      ? sectionOf(scenario, results[scenario.key], titles, isPart)
      : (earlier.sections.get(headingOf(scenario)) ?? ''),
  );
  const whole = `${before.slice(0, from)}\n\n${head}\n\n${sections.join('')}\n${before.slice(to)}`;
  writeFileSync(file, await format(whole, { ...(await resolveConfig(file)), parser: 'markdown' }));
  const halls = scenarios.filter(({ key }) => key.startsWith('hall'));
  // A picture of a few loads would stand beside tables of all.
  if (!isPart) writeFileSync('docs/benchmarks.svg', plotOf(halls, results, titles));
  say(`Written: ${file}${isPart ? '' : ', docs/benchmarks.svg'}`);
}

await buildServer();
const scenarios = chosen();
if (scenarios.some(({ targets }) => targets.some((name) => name !== 'plenary'))) installPeers(say);
const titles = {};
for (const name of new Set(scenarios.flatMap(({ targets }) => targets)))
  titles[name] = (await target(name)).title;
const results = {};
for (const scenario of scenarios) results[scenario.key] = await measure(scenario, titles);
for (const scenario of scenarios) {
  say(`\n${scenario.title}`);
  const note = scenario.note?.(results[scenario.key]);
  if (note) say(note);
  say(forTerminal(tableOf(scenario, results[scenario.key], titles)));
  for (const [figure, reached] of figuresOf(scenario, results[scenario.key]))
    say(`  ${verdict(reached).padEnd(8)} ${figure}`);
}
if (options.write) await write(scenarios, results, titles);
process.exit();
