import { Hold, emailsTo, linkIn, until } from '@plenary/ground/testing';
import {
  coalitionList,
  csvOf,
  plantedErrors,
  startArrivals,
  withPlantedErrors,
} from '@plenary/arrivals/testing';
import type { CoalitionUnderTest, Visitor } from '@plenary/organisations/testing';

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('importing a list', () => {
  let rooms: CoalitionUnderTest;
  let amara: Visitor;
  let other: Visitor;
  beforeAll(async () => {
    rooms = await startArrivals();
    await rooms.given.coalition();
    const [coordinator, somebody] = await rooms.given.people(2);
    await rooms.given.role(coordinator!, 'coordinator');
    amara = await rooms.as(coordinator!);
    other = await rooms.as(somebody!);
  });
  afterAll(() => rooms.close());

  const taken = async (list: Uint8Array, choices: object = {}) => {
    const { state, refusal } = await amara.workOf(amara.list('imports', list, choices));
    return refusal?.code ?? state;
  };

  /** What a list would do. */
  const preview = async (list: Uint8Array, choices: object = {}) => {
    const { state, refusal, outcome } = await amara.workOf(amara.list('imports/preview', list, choices));
    expect([state, refusal]).toEqual(['done', null]);
    return outcome as any; // eslint-disable-line @typescript-eslint/no-explicit-any
  };

  const counts = async () => {
    const [row] = await rooms.database.query(
      `SELECT (SELECT count(*)::int FROM organisation) AS organisations, (SELECT count(*)::int FROM person) AS people,
              (SELECT count(*)::int FROM representative) AS named, (SELECT count(*)::int FROM event_log WHERE subject_kind <> 'long-work') AS events`,
    );
    return row;
  };

  it('ORG-13 shows every planted error by line, and takes nothing of a list with errors', async () => {
    const before = await counts();
    const list = bytes(csvOf(withPlantedErrors(coalitionList())));
    const body = await preview(list);
    const said = body.problems.map((each: { line: number; field: string; problem: string }) => [
      each.line,
      `${each.field} ${each.problem}`,
    ]);
    expect(said).toEqual(plantedErrors.map(([line, , , says]) => [line, says]));
    expect(body.problemCount).toBe(10);
    expect(await taken(list)).toBe('import.has-errors');
    expect(await counts()).toEqual(before);
  });

  it('ORG-13 takes 200 organisations and 600 people at once; done twice, it is done once', async () => {
    const before = await counts();
    const list = bytes(csvOf(coalitionList()));
    const body = await preview(list);
    expect(body).toMatchObject({
      ...{ encoding: 'utf-8', separator: ',', lines: 600, problemCount: 0, newOrganisations: 200 },
      ...{ changedOrganisations: 0, newPeople: 600, newRepresentatives: 600 },
    });
    expect(await counts()).toEqual(before);
    expect(await taken(list)).toBe('done');
    const after = await counts();
    expect([after.organisations, after.people, after.named]).toEqual([200, before.people + 600, 600]);
    const again = await preview(list);
    expect(again).toMatchObject({
      newOrganisations: 0,
      changedOrganisations: 0,
      newPeople: 0,
      newRepresentatives: 0,
    });
    expect(await taken(list)).toBe('done');
    expect({ ...(await counts()), events: 0 }).toEqual({ ...after, events: 0 });
    const { body: found } = await amara.get('organisations?query=organizacion%20002');
    expect(found.items).toMatchObject([
      { country: 'FR', region: 'europe', languages: ['es', 'fr'], peopleCount: 3 },
    ]);
  });

  it('looking at a list is work that only its own person watches, and the newest wish counts', async () => {
    const list = bytes(csvOf(coalitionList()));
    const first = await amara.list('imports/preview', list);
    const second = await amara.list('imports/preview', list, { whole: { country: 'KE' } });
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(await amara.workOf(Promise.resolve(second))).toMatchObject({
      state: 'done',
      outcome: { lines: 600 },
    });
    expect((await amara.get(`me/work/${first.body.id}`)).status).toBe(404);
    expect((await other.get(`me/work/${second.body.id}`)).status).toBe(404);
    expect((await amara.delete(`me/work/${second.body.id}`)).status).toBe(204);
    expect((await amara.get('me/work')).body.items.map(({ kind }: { kind: string }) => kind)).not.toContain(
      'organisations.import-preview',
    );
  });

  it('a corrected line changes what it says, and leaves the rest', async () => {
    const [heads, first] = coalitionList(1, 1);
    const list = bytes(
      csvOf([heads!, first!.map((cell, column) => (column === 6 ? 'https://new.example' : cell))]),
    );
    expect(await preview(list)).toMatchObject({ changedOrganisations: 1 });
    expect(await taken(list)).toBe('done');
    const { body } = await amara.get('organisations?query=organizacion%20001');
    expect(body.items[0]).toMatchObject({ website: 'https://new.example', acronym: 'O001', peopleCount: 3 });
  });

  it('whoever is new chooses a password by an e-mail, if e-mails are wanted', async () => {
    const [heads] = coalitionList(1, 1);
    const row = [
      'Neue Brücke',
      '',
      'DE',
      'europe',
      'youth',
      'de',
      '',
      'Jana',
      'jana@people.example',
      '',
      'fr',
    ];
    expect(await taken(bytes(csvOf([heads!, row])), { welcome: true })).toBe('done');
    const [message] = await emailsTo(rooms.database, 'jana@people.example');
    expect(message!.subject).toContain('Votre compte');
    const { page, secret } = linkIn(message!);
    expect(page).toBe('/reset');
    const password = 'eine lange ruhige Zeile';
    expect((await rooms.nobody.post('password-resets/complete', { secret, password })).status).toBe(204);
    const jana = await rooms.visit('jana@people.example', password);
    expect((await jana.get('membership')).body.actingFor).toMatchObject({ name: 'Neue Brücke' });
  });

  it.each([
    ['semicolons and Windows e-mails', ';', (text: string) => Buffer.from(text, 'latin1'), 'windows-1252'],
    ['tabs and UTF-16', '\t', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', '\t', (text: string) => Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way', ';', (text: string) => Buffer.from(text, 'utf16le').swap16(), 'utf-16be'],
    ['a mark at the beginning', ',', (text: string) => Buffer.from(`\uFEFF${text}`), 'utf-8'],
  ] as const)('reads %s', async (_, separator, encode, encoding) => {
    const rows = [
      ['Organización', 'País', 'Región', 'Speaks for', 'Nombre', 'Correo'],
      ['Árbol; "grande"\nde raíz', 'España', 'Europa', 'Mujeres', 'Íñigo', 'inigo@people.example'],
    ];
    const body = await preview(encode(csvOf(rows, separator)));
    expect(body).toMatchObject({ encoding, separator, problemCount: 0, newOrganisations: 1, newPeople: 1 });
    expect(body.sample[0][0]).toContain('Árbol; "grande"');
  });

  it('shows the beginning of a long cell, and that it goes on', async () => {
    const rows = [
      ['Organisation', 'Country', 'Notes'],
      ['Tall Cedar', 'LB', `${'🌲'.repeat(70)} and more`],
    ];
    const { sample } = await preview(Buffer.from(csvOf(rows, ',')));
    const [[name, , notes]] = sample;
    expect([name, notes]).toEqual(['Tall Cedar', `${'🌲'.repeat(60)}…`]);
  });

  it('ORG-13 a column that new organisations need is missed once, not on each line', async () => {
    const list = bytes(
      csvOf([
        ['Name', 'Country'],
        ['New here', 'Colombia'],
        ['New there', 'Kenya'],
      ]),
    );
    const body = await preview(list);
    expect(
      body.problems.map((each: { field: string; problem: string }) => `${each.field} ${each.problem}`),
    ).toEqual([]);
    const without = bytes(csvOf([['Name'], ['New here'], ['New there']]));
    const missed = await preview(without);
    expect(missed.problems).toEqual([{ line: 1, field: 'country', problem: 'no-column', value: '' }]);
    expect(await taken(without)).toBe('import.has-errors');
  });

  it('ORG-13 what a list has no column for is said once for all of it, of new organisations alone', async () => {
    const known = await rooms.given.organisation({ name: 'Known Whole' });
    const list = bytes('Name,E-mail\nNew Whole,info@new-whole.example\nKnown Whole,info@known-whole.example');
    const whole = { country: 'KE', region: 'africa', constituency: 'women' };
    expect(await preview(list, { whole })).toMatchObject({
      ...{ problemCount: 0, newOrganisations: 1, changedOrganisations: 1 },
    });
    expect(await taken(list, { whole })).toBe('done');
    const [made] = (await amara.get('organisations?query=New%20Whole')).body.items;
    expect(made).toMatchObject(whole);
    expect((await amara.get(`organisations/${known}`)).body.country).toBe('CO');
    // A list of people of one organisation.
    const people = bytes('First name,Surname,E-mail\nFatou,Diallo,fatou@whole.example');
    expect(await taken(people, { whole: { organisation: 'New Whole', role: 'member' } })).toBe('done');
    expect(await actsFor('fatou@whole.example')).toEqual([['New Whole', 'member']]);
  });

  it('ORG-13 a word that is not known is chosen once, for all lines that say it', async () => {
    const list = bytes(
      'Organisation,Country,Region\nWord A,Atlantis,Mars\nWord B,ATLANTIS,Mars\nWord C,Kenya,Africa',
    );
    const before = await preview(list);
    expect(before.unknown).toEqual([
      { field: 'country', key: 'atlantis', said: 'Atlantis', lines: 2, chosen: null },
      { field: 'region', key: 'mars', said: 'Mars', lines: 2, chosen: null },
    ]);
    const words = { country: { atlantis: 'MA' }, region: { mars: '' } };
    const after = await preview(list, { words });
    expect([after.problemCount, after.unknown]).toEqual([
      0,
      [
        { field: 'country', key: 'atlantis', said: 'Atlantis', lines: 2, chosen: 'MA' },
        { field: 'region', key: 'mars', said: 'Mars', lines: 2, chosen: '' },
      ],
    ]);
    expect(await taken(list, { words })).toBe('done');
    const { items } = (await amara.get('organisations?query=Word%20')).body;
    expect(
      items.map(({ country, region }: { country: string; region: string }) => [country, region]),
    ).toEqual([
      ['MA', null],
      ['MA', null],
      ['KE', 'africa'],
    ]);
  });

  it('ORG-13 what is right is taken where that is asked for; the rest comes back as a file, with what is wrong', async () => {
    const rows = [
      ['Organisation', 'Country', 'Person', 'E-mail'],
      ['Right One', 'Kenya', 'Ana', 'ana@right.example'],
      ['Right One', 'Kenya', 'Luz', 'no address'],
      ['Wrong One', 'Atlantis', 'Bo', 'bo@right.example'],
      ['Wrong One', '', 'Cy', 'cy@right.example'],
      ['=Half', '', 'Di', 'di@right.example'],
    ];
    const list = bytes(csvOf(rows));
    expect(await preview(list)).toMatchObject({ wrongLines: 4 });
    const reasons = { head: 'What is wrong', 'field.email': 'E-mail', 'wrong-email': 'No address.' };
    const work = await amara.workOf(amara.list('imports', list, { takeRight: true, reasons }));
    expect(work).toMatchObject({ state: 'done', outcome: { organisations: 1, people: 1, left: 4 } });
    expect(await actsFor('ana@right.example')).toEqual([['Right One', 'representative']]);
    expect(await actsFor('bo@right.example')).toEqual([]);
    const { body } = await amara.get(`me/work/${work.id}/file`);
    const lines = String(body).trim().split('\r\n');
    expect(lines[0]).toContain('Organisation,Country,Person,E-mail,What is wrong');
    expect(lines[1]).toBe('Right One,Kenya,Luz,no address,E-mail: No address.');
    expect(lines[4]).toMatch(/^'=Half,,Di,/);
    expect(lines).toHaveLength(5);
  });

  it('ORG-13 two spellings of one name, and two people with one address, are asked about, never made one silently', async () => {
    const known = await rooms.given.organisation({ name: 'Río Preguntado' });
    const fatou = await rooms.given.person('Fatou Diallo');
    const address = `${fatou}@people.example`;
    const list = bytes(
      csvOf([
        ['Organisation', 'Country', 'Person', 'E-mail'],
        ['Rio Preguntado', '', '', ''],
        ['RIO  PREGUNTADO', '', 'DIALLO, Fatou', address],
        ['Casa Asked', 'CO', 'Ana', 'office@asked.example'],
        ['Casa Asked', 'CO', 'Luz', 'office@asked.example'],
        ['Casa Other', 'CO', 'Moussa Keita', 'moussa@asked.example'],
      ]),
    );
    const body = await preview(list);
    expect(body.questions).toMatchObject([
      { id: 'address:office@asked.example', lines: [5], before: 'Ana', said: 'Luz' },
      { id: 'name:rio preguntado', lines: [2, 3], before: 'Río Preguntado', said: 'Rio Preguntado' },
    ]);
    expect(await taken(list)).toBe('import.has-errors');
    const answers = { 'name:rio preguntado': 'same', 'address:office@asked.example': 'out' };
    expect(await preview(list, { answers })).toMatchObject({
      ...{ problemCount: 0, questions: [], newOrganisations: 2, newPeople: 2, newRepresentatives: 3 },
    });
    expect(await taken(list, { answers })).toBe('done');
    expect((await amara.get(`organisations/${known}`)).body.name).toBe('Río Preguntado');
    expect(await actsFor(address)).toEqual([['Río Preguntado', 'representative']]);
    expect(await actsFor('office@asked.example')).toEqual([['Casa Asked', 'representative']]);
    const another = bytes(`Organisation,Person,E-mail\nCasa Asked,Aïcha Sow,${address}`);
    expect((await preview(another)).questions).toMatchObject([
      { id: `address:${address}`, kind: 'address', before: 'Fatou Diallo', said: 'Aïcha Sow', address },
    ]);
  });

  it('ORG-13 what would change of an organisation that is there is shown field by field, and can be left', async () => {
    const one = await rooms.given.organisation({ name: 'Shown 1' });
    const two = await rooms.given.organisation({ name: 'Shown 2' });
    const list = bytes('Organisation,Acronym,Languages\nShown 1,S1,fr\nShown 2,S2,');
    const body = await preview(list);
    expect(body.changes).toEqual([
      {
        ...{ id: one, name: 'Shown 1' },
        fields: [
          { field: 'acronym', before: null, after: 'S1' },
          { field: 'languages', before: 'es', after: 'fr' },
        ],
      },
      { id: two, name: 'Shown 2', fields: [{ field: 'acronym', before: null, after: 'S2' }] },
    ]);
    expect(await taken(list, { keep: [two] })).toBe('done');
    expect((await amara.get(`organisations/${one}`)).body.acronym).toBe('S1');
    expect((await amara.get(`organisations/${two}`)).body.acronym).toBeNull();
  });

  it('ORG-30 an import is undone within the hour; what somebody has done something with since stays', async () => {
    const known = await rooms.given.organisation({ name: 'Back Known' });
    const ana = await rooms.given.person('Ana Back');
    await rooms.given.representative(ana, known, 'member');
    const before = await counts();
    const list = csvOf([
      ['Organisation', 'Acronym', 'Country', 'Person', 'E-mail', 'Role'],
      ['Back New', '', 'CO', 'Luz', 'luz@back.example', ''],
      ['Back Touched', '', 'CO', 'Bo', 'bo@back.example', ''],
      ['Back Known', 'BK', '', 'Ana Back', `${ana}@people.example`, 'Focal point'],
    ]);
    const work = await amara.workOf(amara.list('imports', bytes(list)));
    const undo = (who = amara) => who.workOf(who.post(`imports/${work.id}/undo`, {}));
    const [touched] = (await amara.get('organisations?query=Back%20Touched')).body.items;
    rooms.clock.forward(1_000);
    expect((await amara.patch(`organisations/${touched.id}`, { acronym: 'BT' })).status).toBe(204);
    expect((await other.post(`imports/${work.id}/undo`, {})).body.error.code).toBe('coalition.forbidden');
    expect(await undo()).toMatchObject({
      state: 'done',
      outcome: { organisations: 1, people: 2, stayed: 1 },
    });
    const { organisations, people, named } = await counts();
    expect([organisations, people, named]).toEqual([before.organisations + 1, before.people, before.named]);
    expect((await amara.get(`organisations/${known}`)).body.acronym).toBeNull();
    expect(await actsFor(`${ana}@people.example`)).toEqual([['Back Known', 'member']]);
    expect((await undo()).refusal?.code).toBe('import.undo-impossible');
    const late = await amara.workOf(amara.list('imports', bytes(list)));
    rooms.clock.forward(3_700_000);
    expect((await amara.workOf(amara.post(`imports/${late.id}/undo`, {}))).refusal?.code).toBe(
      'import.undo-impossible',
    );
  });

  it('ORG-29 a list speaks of the coalition’s own regions, by their names', async () => {
    const own = (await amara.get('coalition')).body.regions;
    const sahel = { names: { en: 'Sahel', fr: 'Le Sahel' } };
    expect((await other.patch('coalition', { regions: [sahel] })).status).toBe(403);
    const { body } = await amara.patch('coalition', { regions: [...own, sahel] });
    const { key } = body.regions.at(-1);
    expect(await taken(bytes('Organisation,Country,Region\nOf Sahel,Mali,le sahel'))).toBe('done');
    expect((await amara.get(`organisations?region=${key}`)).body.items).toMatchObject([{ name: 'Of Sahel' }]);
    const without = body.regions.slice(0, -1);
    expect((await amara.patch('coalition', { regions: without })).body.error).toMatchObject({
      code: 'coalition.term-used',
      params: { name: 'Sahel', count: 1 },
    });
    for (const [names, code] of [
      [{ en: ' ' }, 'coalition.term-empty'],
      [{ en: 'SAHEL' }, 'coalition.term-double'],
    ] as const) {
      const refused = await amara.patch('coalition', { regions: [...body.regions, { names }] });
      expect(refused.body.error.code).toBe(code);
    }
    const added = { name: 'Nowhere', country: 'KE', region: 'atlantis', languages: [] };
    expect((await amara.post('organisations', added)).body.error.code).toBe('coalition.region-unknown');
    expect((await amara.post('organisations', { ...added, region: null })).status).toBe(201);
  });

  it('ORG-11 names that differ by a vowel sign alone are two; signs that nobody sees make no second one', async () => {
    const line = (name: string, person: string) => `${name},IN,asia,women,${person},${person}@people.example`;
    const heads = 'organisation,country,region,constituency,person,email';
    const list = [
      heads,
      line('सेवा', 'seva'),
      line('सव', 'sava'),
      line('कमल', 'kamal'),
      line('कमला', 'kamala'),
    ];
    const body = await preview(bytes(list.join('\r\n')));
    expect(body).toMatchObject({ problemCount: 0, newOrganisations: 4, newPeople: 4 });
    expect(await taken(bytes(list.join('\r\n')))).toBe('done');
    const marked = [heads, line('\u200fकमला\u200e', 'kamala')].join('\r\n');
    expect(await preview(bytes(marked))).toMatchObject({
      newOrganisations: 0,
      newPeople: 0,
    });
    const unseen = { name: '\u200b', country: 'IN', region: 'asia', constituency: 'women', languages: [] };
    expect((await amara.post('organisations', unseen)).body.error.code).toBe('organisation.name-empty');
    expect((await amara.get(`organisations?query=${encodeURIComponent('कमला')}`)).body.items).toHaveLength(1);
  });

  it('ORG-13 somebody who leaves while the list is imported is named for nothing', async () => {
    await rooms.given.organisation({ name: 'Race Org' });
    const leaver = await rooms.as(await rooms.given.person('Leaver'));
    const named = await Hold.of(rooms.database, 'LOCK TABLE representative IN SHARE MODE');
    const list = `organisation,person,email,role\r\nRace Org,Leaver,${leaver.personId}@people.example,focal_point`;
    const importing = taken(bytes(list));
    await named.waiting(1);
    const leaving = leaver.post('me/leaving', { password: 'resist-reclaim-realise' });
    await named.waiting(2);
    await named.release();
    expect([await importing, (await leaving).status]).toEqual(['done', 204]);
    const rows = await rooms.database.query('SELECT role FROM representative WHERE person_id = $1', [
      leaver.personId,
    ]);
    expect(rows).toEqual([]);
  });

  it.each(['person', 'representative', 'event_log'])(
    'ORG-13 a list that the database stops in the middle, at %s, is not taken at all, and is taken when it goes on',
    async (table) => {
      const before = await counts();
      // Whatever was written before it in the same list goes with it.
      await rooms.database.query(
        `CREATE FUNCTION refuse_${table}() RETURNS trigger LANGUAGE plpgsql AS
           $$ BEGIN RAISE EXCEPTION 'stopped' USING ERRCODE = 'disk_full'; END $$`,
      );
      const what = table === 'event_log' ? `WHEN (NEW.name = 'organisation.list-imported')` : '';
      await rooms.database.query(
        `CREATE TRIGGER refused BEFORE INSERT ON ${table} FOR EACH ROW ${what} EXECUTE FUNCTION refuse_${table}()`,
      );
      const list = bytes(csvOf([heads, lineOf(`Half ${table}`, `half-${table}@half.example`)]));
      const begun = await amara.list('imports', list);
      await until(async () => {
        const [job] = await rooms.database.query(
          `SELECT 1 FROM jobs WHERE key = $1 AND attempts = 1 AND locked_at IS NULL`,
          [`long-work ${begun.body.id}`],
        );
        return job !== undefined;
      }, 'the first attempt');
      expect(await counts()).toEqual(before);
      expect((await amara.get(`organisations?query=Half%20${table}`)).body.items).toEqual([]);
      await rooms.database.query(`DROP TRIGGER refused ON ${table}`);
      rooms.clock.forward(60_000);
      expect((await amara.workOf(Promise.resolve(begun))).state).toBe('done');
      expect(await actsFor(`half-${table}@half.example`)).toEqual([[`Half ${table}`, 'member']]);
    },
  );

  it('a list changes many organisations, each by what its line says', async () => {
    const ids = await Promise.all([1, 2, 3].map((n) => rooms.given.organisation({ name: `Many ${n}` })));
    const list = [
      'Organisation,Acronym,Country,Languages,Website',
      'Many 1,M1,,,',
      'Many 2,,KE,,https://two.example',
      'Many 3,,,ar; fr,',
    ];
    expect(await taken(bytes(list.join('\r\n')))).toBe('done');
    const [one, two, three] = await Promise.all(
      ids.map(async (id) => (await amara.get(`organisations/${id}`)).body),
    );
    expect(one).toMatchObject({ acronym: 'M1', country: 'CO', languages: ['es'], website: null });
    expect(two).toMatchObject({ acronym: null, country: 'KE', website: 'https://two.example' });
    expect(three).toMatchObject({ country: 'CO', languages: ['ar', 'fr'] });
  });

  it('columns can be chosen by hand', async () => {
    const list = bytes(
      csvOf([
        ['x', 'y', 'z', 'w', 'v'],
        ['Any', 'AF', 'asia', 'women', 'ps'],
      ]),
    );
    for (const choices of [{}, { mapping: { country: 1 } }]) {
      const body = await preview(list, choices);
      expect([body.heads, body.sample[0][0], body.separator]).toEqual([
        ['x', 'y', 'z', 'w', 'v'],
        'Any',
        ',',
      ]);
      expect(body.problems).toEqual([{ line: 1, field: 'organisation', problem: 'no-column', value: '' }]);
    }
    expect((await amara.list('imports', list)).body.error.code).toBe('import.no-organisation-column');
    const mapping = { organisation: 0, country: 1, region: 2, constituency: 3, languages: 4 };
    const body = await preview(list, { mapping });
    expect(body).toMatchObject({ newOrganisations: 1, problemCount: 0 });
  });

  it.each([
    { mapping: { organisation: 99 } },
    { mapping: { organisation: 'x' } },
    { mapping: { king: 0 } },
    { mapping: [] },
    { whole: { country: 3 } },
    { whole: { king: 'CO' } },
    { words: { country: { atlantis: 'x'.repeat(500) } } },
    { words: { country: { atlantis: 'C\0' } } },
    { answers: { 'name:x': 'perhaps' } },
    { keep: ['1'] },
    { king: true },
    [],
  ])('refuses what is said of a list in another shape: %j', async (choices) => {
    const { status } = await amara.list('imports/preview', bytes('Organisation,Country\nA,CO'), choices);
    expect(status >= 400 && status < 500).toBe(true);
  });

  it.each([
    ['a spreadsheet of another kind', Buffer.from('PK\u0003\u0004\0\0'), 415],
    ['nothing', Buffer.from(''), 422],
    ['heads alone', Buffer.from('Organisation,Country\r\n'), 422],
    ['an open quotation mark', Buffer.from('Organisation,Country\r\n"A,CO\r\nB,CO'), 422],
    ['too many bytes', Buffer.alloc(2_200_000, 'a,b\n'), 413],
  ])('refuses %s in a sentence', async (_, file, status) => {
    const answer = await amara.list('imports/preview', file);
    expect([answer.status, typeof answer.body.error.code]).toEqual([status, 'string']);
  });

  it('ORG-15 what is exported is imported again without a change; formulas are text; it is for coordinators', async () => {
    const exported = async (by: Visitor, more: object = {}) => {
      const wanted = { unlisted: false, addresses: false, ...more };
      const { id, state } = await by.workOf(by.post('exports/organisations', wanted));
      expect(state).toBe('done');
      return by.get(`me/work/${id}/file`);
    };
    await rooms.given.organisation({ name: '=HYPERLINK("x")' });
    await rooms.given.organisation({ name: '+Derechos; -ya' });
    await rooms.given.organisation({ name: 'Sealed House', listing: 'unlisted' });
    const { status, headers: said, body } = await exported(amara, { addresses: true });
    expect([status, said.get('cache-control')]).toEqual([200, 'no-store']);
    expect(said.get('content-disposition')).toContain('attachment');
    expect(body).toContain(`"'=HYPERLINK(""x"")"`);
    expect(body).not.toContain('Sealed House');
    const again = await preview(bytes(String(body)));
    expect(again).toMatchObject({
      ...{
        problemCount: 0,
        newOrganisations: 0,
        changedOrganisations: 0,
        newPeople: 0,
        newRepresentatives: 0,
      },
    });
    expect((await exported(amara)).body).not.toContain('@people.example');
    expect((await exported(amara, { unlisted: true })).body).toContain('Sealed House');
    const wanted = { unlisted: true, addresses: true };
    expect((await other.post('exports/organisations', wanted)).body.error.code).toBe('coalition.forbidden');
  });

  it('is for coordinators', async () => {
    const list = bytes(csvOf(coalitionList(1, 1)));
    for (const path of ['imports', 'imports/preview']) {
      expect((await other.list(path, list)).body.error.code).toBe('coalition.forbidden');
      expect((await rooms.nobody.list(path, list)).status).toBe(401);
    }
  });

  const heads = ['Organisation', 'Country', 'Region', 'Constituency', 'Name', 'E-mail', 'Role'];
  const lineOf = (organisation: string, email: string, role = 'Member') => [
    ...[organisation, 'KE', 'africa', 'women', `Person ${email}`, email, role],
  ];
  const take = (...lines: string[][]) => taken(bytes(csvOf([heads, ...lines])));
  const actsFor = async (email: string) => {
    const rows: { name: string; role: string }[] = await rooms.database.query(
      `SELECT o.name, r.role FROM representative r JOIN organisation o ON o.id = r.organisation_id
         JOIN person p ON p.id = r.person_id WHERE p.email = $1`,
      [email],
    );
    return rows.map(({ name, role }) => [name, role]);
  };

  it.each(['applied', 'refused'] as const)(
    'ORG-11 a list names none that only applies or was not accepted: %s',
    async (state) => {
      const name = `Famous Network ${state}`;
      const asked = await rooms.given.organisation({ name, state });
      const email = `real-${state}@people.example`;
      expect(await take(lineOf(name, email, 'Focal point'))).toBe('done');
      const there = await rooms.database.query('SELECT 1 FROM representative WHERE organisation_id = $1', [
        asked,
      ]);
      expect([there, await actsFor(email)]).toEqual([[], [[name, 'focal_point']]]);
      const named = await rooms.database.query('SELECT state FROM organisation WHERE name = $1', [name]);
      expect(named.map((each: { state: string }) => each.state).sort()).toEqual(['active', state].sort());
    },
  );

  it('ORG-18 a list that is imported again after a merge reaches the organisation that goes on', async () => {
    const line = lineOf('Old Record', 'old@people.example');
    await take(line);
    const [{ id }] = await rooms.database.query(`SELECT id FROM organisation WHERE name = 'Old Record'`);
    const between = await rooms.given.organisation({ name: 'Between' });
    const kept = await rooms.given.organisation({ name: 'Kept Record' });
    await amara.post(`organisations/${id}/merge`, { into: between, reason: 'the same' });
    await amara.post(`organisations/${between}/merge`, { into: kept, reason: 'the same' });
    const before = (await amara.get(`organisations/${kept}`)).body;
    // Both names in one list are one organisation; of two roles there, the greater.
    const both = [
      lineOf('Old Record', 'new@people.example'),
      lineOf('Kept Record', 'new@people.example', 'Focal point'),
    ];
    expect(await take(line, ...both.map((each) => each.map((cell) => (cell === 'KE' ? '' : cell))))).toBe(
      'done',
    );
    expect(await actsFor('old@people.example')).toEqual([['Kept Record', 'member']]);
    expect(await actsFor('new@people.example')).toEqual([['Kept Record', 'focal_point']]);
    // What is said of the old record is not said of this one.
    expect((await amara.get(`organisations/${kept}`)).body.country).toBe(before.country);
  });

  it('ORG-2 for whom somebody speaks is not changed by a list: what was chosen stays chosen', async () => {
    const [first, then] = [await rooms.given.organisation(), await rooms.given.organisation()];
    const visitor = await rooms.as(await rooms.given.person());
    for (const each of [first, then]) await rooms.given.representative(visitor.personId, each, 'member');
    const spokenFor = async () => (await visitor.get('membership')).body.actingFor.id;
    await visitor.put('membership/speaks-for', { organisationId: then });
    const [{ name }] = await rooms.database.query('SELECT name FROM organisation WHERE id = $1', [then]);
    const list = `organisation,person,email,role\r\n${name},R,${visitor.personId}@people.example,focal_point`;
    const answers = { [`address:${visitor.personId}@people.example`]: 'same' };
    expect((await amara.workOf(amara.list('imports', Buffer.from(list), { answers }))).state).toBe('done');
    expect(await spokenFor()).toBe(then);
    await visitor.put('membership/speaks-for', { organisationId: first });
    expect(await spokenFor()).toBe(first);
  });

  it('ORG-15 what was chosen is exported alone, former ones too, unlisted ones when asked for', async () => {
    const chosen = await rooms.given.organisation({ name: 'Chosen', state: 'suspended' });
    const hidden = await rooms.given.organisation({ name: 'Hidden', listing: 'unlisted' });
    await rooms.given.representative(other.personId, chosen, 'focal_point');
    const exported = (more: object, by = amara) =>
      by.post('exports/organisations', {
        ...{ unlisted: false, addresses: true, ids: [chosen, hidden], ...more },
      });
    const lines = (text: string) => text.trim().split('\r\n');
    const file = async (more: object) =>
      (await amara.get(`me/work/${(await amara.workOf(exported(more))).id}/file`)).body as string;
    const body = await file({});
    expect(lines(body)).toHaveLength(2);
    expect(lines(await file({ unlisted: true }))).toHaveLength(3);
    const again = await amara.workOf(amara.list('imports/preview', Buffer.from(body)));
    expect(again.outcome).toMatchObject({ problemCount: 0, newOrganisations: 0, newRepresentatives: 0 });
    expect((await exported({ ids: [] })).status).toBe(400);
    expect((await exported({}, other)).body.error.code).toBe('coalition.forbidden');
  });
});
