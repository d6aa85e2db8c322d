/** What is measured, and what is to be reached; the figures are those of docs/benchmarks.md. */
import { measureHall } from './scenarios/hall.mjs';
import { measureHistory } from './scenarios/history.mjs';
import { measureKill } from './scenarios/kill.mjs';
import { measureLists } from './scenarios/lists.mjs';
import { measureMemory } from './scenarios/memory.mjs';
import { measureMillion } from './scenarios/million.mjs';
import { measureOpen } from './scenarios/open.mjs';
import { measureReviewing } from './scenarios/reviewing.mjs';
import { measureTyping } from './scenarios/typing.mjs';
import { names } from './targets/index.mjs';

const hall =
  (clients, typing, documents = 1) =>
  (name, { quick }) =>
    measureHall(name, { clients, typing, documents, seconds: quick ? 6 : 10, warmUp: quick ? 3 : 5 });
/** Whether keys of all who are there cost so many times a bare one at most; undefined where it was not measured. */
const withinBare = ({ plenary }, times, sizes) => {
  const rows = plenary.rows.filter(({ paragraphs }) => sizes.includes(paragraphs));
  const isWithin = ({ bare, own, other }) => Math.max(own, other) <= times * bare;
  return rows.length > 0 ? rows.every(isWithin) : undefined;
};
const only = ['plenary', 'hocuspocus'];
const texts = ['plenary', 'hocuspocus', 'y-websocket', 'y-socket.io'];

/**
 * `figures` answer whether each was reached, from all targets' results of the same run; `note` is a sentence above the
 * table, where one is needed.
 */
export const plan = [
  {
    key: 'hall-100-100',
    title: '100 clients, 100 typing',
    run: hall(100, 100),
    targets: names,
    quick: ['plenary', 'hocuspocus', 'relay'],
    figures: [
      ['p95 ≤ 30 ms', ({ plenary }) => plenary.p95 <= 30],
      [
        'server CPU a delivered keystroke ≤ 0.4 × Hocuspocus',
        ({ plenary, hocuspocus }) => hocuspocus && plenary.perDelivery <= 0.4 * hocuspocus.perDelivery,
      ],
    ],
  },
  {
    key: 'hall-100-10',
    title: '100 clients, 10 typing',
    run: hall(100, 10),
    targets: names,
    quick: [],
    figures: [],
  },
  {
    key: 'hall-300-100',
    title: '300 clients, 100 typing',
    run: hall(300, 100),
    targets: names,
    quick: ['plenary', 'hocuspocus'],
    figures: [
      ['p95 ≤ 50 ms', ({ plenary }) => plenary.p95 <= 50],
      ['at ≤ 40 % of a core', ({ plenary }) => plenary.cpu <= 0.4],
      ['nobody refused, replicas equal', ({ plenary }) => plenary.refused === 0 && plenary.equal],
    ],
  },
  {
    key: 'hall-1200-200',
    title: '200 typing, 1,000 reading',
    run: hall(1_200, 200),
    targets: only,
    quick: [],
    figures: [['p95 < 100 ms', ({ plenary }) => plenary.p95 < 100]],
  },
  {
    key: 'hall-200-200',
    title: '200 typing',
    run: hall(200, 200),
    targets: names,
    quick: [],
    figures: [],
  },
  {
    key: 'hall-400-400',
    title: '400 typing',
    run: hall(400, 400),
    targets: names,
    quick: [],
    figures: [['p95 < 100 ms', ({ plenary }) => plenary.p95 < 100]],
  },
  {
    key: 'hall-1000-1000',
    title: '1,000 typing',
    run: hall(1_000, 1_000),
    targets: ['plenary'],
    quick: [],
    figures: [['p95 < 250 ms', ({ plenary }) => plenary.p95 < 250]],
  },
  {
    key: 'acknowledgement',
    title: '50 typing: acknowledged, committed to disk',
    run: hall(50, 50),
    targets: ['plenary'],
    quick: [],
    figures: [
      ['p95 ≤ 50 ms', ({ plenary }) => plenary.ackP95 <= 50],
      ['p99 ≤ 150 ms', ({ plenary }) => plenary.ackP99 <= 150],
    ],
  },
  {
    key: 'rooms',
    title: '200 documents × 5 people, 1 typing in each',
    run: hall(1_000, 200, 200),
    targets: ['plenary', 'hocuspocus', 'y-websocket'],
    quick: [],
    figures: [['p95 < 30 ms', ({ plenary }) => plenary.p95 < 30]],
  },
  {
    key: 'open',
    title: 'opening a text of 259,778 edits',
    run: (name, { quick }) => measureOpen(name, { repeats: quick ? 2 : 5 }),
    targets: texts,
    quick: ['plenary', 'hocuspocus'],
    note: ({ plenary }) => `Opened is ${plenary?.source ?? 'a long history'}.`,
    figures: [
      ['cold ≤ 0.9 × the fastest peer', (all) => all.plenary.cold <= 0.9 * fastest(all, 'cold')],
      ['warm ≤ 1.0 × the fastest peer', (all) => all.plenary.warm <= fastest(all, 'warm')],
      [
        '50 at once: server CPU ≤ 0.5 × the fastest peer',
        (all) => all.plenary.fiftyCpu <= 0.5 * fastest(all, 'fiftyCpu'),
      ],
      ['bytes ≤ 1.05 × the smallest Yjs encoding', ({ plenary }) => plenary.bytes <= 1.05 * plenary.smallest],
    ],
  },
  {
    key: 'kill',
    title: '20 typing, kill -9 after 7.5 s',
    run: (name) => measureKill(name),
    targets: texts,
    quick: ['plenary', 'hocuspocus'],
    figures: [
      [
        '0 acknowledged characters lost',
        ({ plenary }) => plenary.acknowledges && plenary.acknowledgedLost === 0 && plenary.doubled === 0,
      ],
      ['usable ≤ 5 s after start', ({ plenary }) => plenary.usableAfter <= 5_000],
    ],
  },
  {
    key: 'memory',
    title: 'memory: 500 idle connections, 100 documents',
    run: (name) => measureMemory(name, { away: name === 'plenary' ? 65 : 3 }),
    targets: names,
    quick: [],
    figures: [
      ['≤ 40 KB a connection', ({ plenary }) => plenary.perConnection <= 40_000],
      ['≤ 100 KB a document with its connection', ({ plenary }) => plenary.perDocument <= 100_000],
      ['within 20 % of the start after everybody left', ({ plenary }) => plenary.givenBack <= 0.2],
    ],
  },
  {
    key: 'million',
    title: 'a text of 1,000,000 edits by 200 people',
    run: (name) => measureMillion(name),
    targets: ['plenary'],
    quick: [],
    figures: [
      ['opens ≤ 1.5 s', ({ plenary }) => plenary.cold <= 1_500],
      ['a keystroke costs ≤ 2 ms of CPU', ({ plenary }) => plenary.perKeystroke <= 2],
    ],
  },
  {
    key: 'history',
    title: 'a history of 50,000 updates in 200 paragraphs',
    run: () => measureHistory(),
    targets: ['plenary'],
    quick: [],
    note: () =>
      'Over HTTP, one after the other, each moment for the first time. “Made once” is what nobody has looked at before: the states near which moments are read, and the stretches of work.',
    figures: [
      ['any moment ≤ 50 ms (p95)', ({ plenary }) => plenary.moment.p95 <= 50],
      ['two of them compared ≤ 100 ms (p95)', ({ plenary }) => plenary.comparison.p95 <= 100],
    ],
  },
  {
    key: 'typing',
    title: 'a key in the browser',
    run: (name, { quick }) => measureTyping(quick ? { sizes: [5, 200], keys: 20 } : {}),
    targets: ['plenary'],
    quick: [],
    note: () =>
      'Processor time of the page’s main thread for one key, with all that follows from it: on the page that it is typed on, on a colleague’s, and in a contenteditable without anything, of the same paragraphs.',
    figures: [
      ['≤ 3 × a bare contenteditable at 5 and 200 paragraphs', (all) => withinBare(all, 3, [5, 200])],
      ['≤ 4 × at 2,000 paragraphs', (all) => withinBare(all, 4, [2_000])],
    ],
  },
  {
    key: 'reviewing',
    title: 'a statement with 500 threads and 300 suggestions',
    run: (name, { quick }) => measureReviewing(quick ? { threads: 100, suggestions: 60, keys: 20 } : {}),
    targets: ['plenary'],
    quick: [],
    note: () =>
      'In the browser, on a coordinator’s page, beside the same 200 paragraphs with nothing said of them: until the last paragraph can be written in, and processor time of the main thread for one key.',
    figures: [
      ['opens ≤ 1 s later', ({ plenary: { opening } }) => opening.discussed - opening.bare <= 1_000],
      ['a key costs ≤ 1.5 ×', ({ plenary: { key } }) => key.discussed <= 1.5 * key.bare],
    ],
  },
  {
    key: 'lists',
    title: 'lists of a coalition of 10,000 people',
    run: (name, { quick }) => measureLists(quick ? { calls: 10, warmUp: 3, compare: false } : {}),
    targets: ['plenary'],
    quick: ['plenary'],
    note: ({ plenary }) => plenary?.note ?? '',
    figures: [
      ['p95 of each list, for each kind of people ≤ 100 ms', ({ plenary }) => plenary.most.p95 <= 100],
      [
        'ten times the coalition costs no list more than 4 × the CPU',
        ({ plenary: { most } }) => (Number.isNaN(most.growth) ? undefined : most.growth <= 4),
      ],
    ],
  },
];

const fastest = (all, figure) =>
  Math.min(
    ...Object.entries(all)
      .filter(([name]) => name !== 'plenary')
      .map(([, result]) => result[figure]),
  );
