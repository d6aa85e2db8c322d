/** Tables of what was measured: for the terminal and for docs/benchmarks.md. */
import { round } from './numbers.mjs';

const milliseconds = (value) => `${round(value, value < 10 ? 1 : 0)} ms`;
const percent = (value) => (value === null ? '–' : `${round(value * 100)} %`);
const kilobytes = (value) => `${round(value / 1_000)} KB`;
const yes = (value) => (value === null ? '–' : value ? 'yes' : 'no');

const hallColumns = [
  ['p50', (r) => milliseconds(r.p50)],
  ['p95', (r) => milliseconds(r.p95)],
  ['p99', (r) => milliseconds(r.p99)],
  ['server CPU', (r) => percent(r.cpu)],
  ['database CPU', (r) => percent(r.databaseCpu)],
  ['CPU a delivered keystroke', (r) => `${round(r.perDelivery, 1)} µs`],
  [
    'acknowledged p95 / p99',
    (r) => (Number.isNaN(r.ackP95) ? 'never' : `${milliseconds(r.ackP95)} / ${milliseconds(r.ackP99)}`),
  ],
  ['refused', (r) => round(r.refused)],
  ['replicas equal', (r) => yes(r.equal)],
];

const columns = {
  open: [
    ['cold', (r) => milliseconds(r.cold)],
    ['warm, whole text', (r) => milliseconds(r.warm)],
    ['warm, bytes only', (r) => milliseconds(r.received)],
    ['50 at once, p50', (r) => milliseconds(r.fiftyP50)],
    ['50 at once, server CPU', (r) => milliseconds(r.fiftyCpu)],
    ['bytes / smallest encoding', (r) => round(r.bytes / r.smallest, 2)],
  ],
  kill: [
    ['characters typed', (r) => round(r.typed)],
    ['lost', (r) => round(r.lost)],
    ['told as saved and lost', (r) => (r.acknowledges ? round(r.acknowledgedLost) : 'nothing is told')],
    ['doubled', (r) => round(r.doubled)],
    ['usable again after', (r) => milliseconds(r.usableAfter)],
  ],
  memory: [
    ['a connection', (r) => kilobytes(r.perConnection)],
    ['a document with its connection', (r) => kilobytes(r.perDocument)],
    ['at the start', (r) => kilobytes(r.start)],
    [
      'after everybody left',
      (r) => `${kilobytes(r.after)} (${r.givenBack > 0 ? '+' : ''}${percent(r.givenBack)})`,
    ],
  ],
  history: [
    ['a moment, p50 / p95', (r) => `${milliseconds(r.moment.p50)} / ${milliseconds(r.moment.p95)}`],
    ['compared, p50 / p95', (r) => `${milliseconds(r.comparison.p50)} / ${milliseconds(r.comparison.p95)}`],
    [
      'CPU of each, with the database',
      (r) => `${milliseconds(r.cpu.moment)} / ${milliseconds(r.cpu.comparison)}`,
    ],
    ['whose words', (r) => milliseconds(r.authorship)],
    ['made once: states / stretches', (r) => `${milliseconds(r.states)} / ${milliseconds(r.stretches)}`],
    ['stretches', (r) => round(r.count)],
  ],
  million: [
    ['opens cold', (r) => milliseconds(r.cold)],
    ['opens', (r) => milliseconds(r.open)],
    ['CPU a keystroke', (r) => `${round(r.perKeystroke, 1)} ms`],
  ],
};

/** What is no comparison of targets has a table of its own. */
const tables = {
  typing: ({ plenary: { rows } }) => [
    ['', 'bare', 'own key', '× bare', 'a colleague’s key', '× bare'],
    ...rows.map(({ paragraphs, bare, own, other }) => [
      `${round(paragraphs)} paragraphs`,
      ...[bare, own].map((value) => `${round(value, 1)} ms`),
      round(own / bare, 1),
      `${round(other, 1)} ms`,
      round(other / bare, 1),
    ]),
  ],
  reviewing: ({ plenary: { opening, key } }) => [
    ['', 'opens', 'a key', '× nothing said'],
    ['with nothing said of it', milliseconds(opening.bare), `${round(key.bare, 1)} ms`, ''],
    [
      'much discussed',
      milliseconds(opening.discussed),
      `${round(key.discussed, 1)} ms`,
      round(key.discussed / key.bare, 1),
    ],
  ],
  lists: ({ plenary: { lists, readers } }) => [
    ['p50 / p95', ...readers, 'CPU a call', '× a trivial request', '× a tenth of the coalition'],
    ...lists.map(({ name, times, cpu, beside, growth }) => [
      name,
      ...readers.map((reader) =>
        times[reader] ? `${milliseconds(times[reader].p50)} / ${milliseconds(times[reader].p95)}` : '–',
      ),
      ...[milliseconds(cpu), round(beside, 1), round(growth, 1)],
    ]),
  ],
};

/** Rows of strings for one scenario: a heading, then one row a target. */
export function tableOf({ key }, results, titles) {
  if (tables[key] && !results.plenary.failed) return tables[key](results);
  const own = columns[key] ?? hallColumns;
  return [
    ['', ...own.map(([title]) => title)],
    ...Object.entries(results).map(([name, result]) => [
      titles[name],
      ...(result.failed
        ? [`failed: ${result.failed}`, ...own.slice(1).map(() => '')]
        : own.map(([, cell]) => cell(result))),
    ]),
  ];
}

/** Whether each figure was reached; null when it could not be told. */
export function figuresOf({ figures }, results) {
  return figures.map(([figure, reached]) => {
    if (!results.plenary || results.plenary.failed) return [figure, null];
    const whole = Object.fromEntries(Object.entries(results).filter(([, result]) => !result.failed));
    const answer = reached(whole);
    return [figure, answer === undefined ? null : Boolean(answer)];
  });
}

export const verdict = (reached) => (reached === null ? 'not told' : reached ? 'reached' : 'missed');

export const forTerminal = (rows) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

export const forMarkdown = ([head, ...rows]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
