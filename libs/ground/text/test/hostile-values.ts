import * as fc from 'fast-check';

const id = fc.tuple(fc.constantFrom(1, 66, 7, 2 ** 32 - 1), fc.oneof(fc.nat(60), fc.constant(2 ** 31)));
const nameOf = fc.oneof(
  fc.constantFrom('y1.0', 'y1.2', 'y1.4', 'y1.6', 'y1.8', 'y66.0', 'constructor', '__proto__', ''),
  id.map(([client, clock]) => `y${client}.${clock}`),
);
const place = fc.tuple(fc.oneof(fc.constant(null), nameOf), fc.constantFrom('i', '0', 'zz1', '', 'é'));
const span = fc.record(
  {
    f: fc.constantFrom('bold', 'link', 'toString'),
    v: fc.constantFrom(true, null, {}, { href: 'x:' }),
    s: id,
    e: id,
    l: id,
    t: fc.integer(),
  },
  { requiredKeys: ['f', 'v', 's', 't'], noNullPrototype: true },
);
/** What may stand under a key of a map, honest or not. */
export const value = fc.oneof(
  fc.jsonValue() as fc.Arbitrary<unknown>,
  id,
  place,
  span,
  fc.tuple(fc.constantFrom(1, 66), fc.nat(60), fc.oneof(fc.nat(20), fc.constantFrom(1e9, 0.5, -1, 2 ** 31))),
  fc.constant(true),
);
export const key = fc.oneof(
  fc
    .tuple(nameOf, fc.constantFrom('own', 'at', 'gone', 'kind', 'text', '', 'toString'))
    .map((both) => both.join('/')),
  id.map((both) => both.join('.')),
  fc.string(),
);
export const root = fc.constantFrom('blocks' as const, 'formats' as const, 'restored' as const);
/** What may stand in the sequence. */
export const mark = fc.oneof(
  // Characters of no length are no struct, and are refused before Yjs sees them.
  fc.jsonValue().filter((each) => each !== '') as fc.Arbitrary<unknown>,
  fc.record({ p: fc.constantFrom({}, { kind: 'heading' }, null, 3, []) }, { noNullPrototype: true }),
  fc.record(
    {
      n: fc.constantFrom('footnote', 'constructor', 3),
      v: fc.constantFrom({}, null, { text: 'x' }, { text: 3 }),
    },
    { noNullPrototype: true },
  ),
  fc.constant(0),
);
