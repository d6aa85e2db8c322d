import { campaignAboutUs } from '../data/campaign-about-us.js';
import { demoPassword, demoSignIns } from '../data/demo-sign-ins.js';
import { forumStatementTitle } from '../data/statements.js';
import { forumStatementId, groupStatementId, seedSampleCoalition } from '../seed.js';
import { seedDebate } from '../data/debate.js';
import { seedSuggestions } from '../data/suggestions.js';
import { seedThreadId } from '../debate.js';
import { seedSuggestionId } from '../suggestions.js';
import { seedTasks } from '../data/tasks.js';
import { seedTaskId } from '../tasks.js';
import type { TaskView } from '@plenary/tasks/domain';
import { startTasks, type TasksUnderTest } from '@plenary/tasks/testing';

describe('the seed', () => {
  let rooms: TasksUnderTest;
  beforeAll(async () => {
    rooms = await startTasks();
    expect(await seedSampleCoalition(rooms.app)).toEqual({ seeded: true });
  });
  afterAll(() => rooms.close());

  const signIn = (given: string) => {
    const address = given.toLowerCase().replaceAll(' ', '-');
    return rooms.visit(`${address}@demo.plenary.example`, demoPassword);
  };

  it('does nothing the second time, and one of two at once', async () => {
    const again = await Promise.all([seedSampleCoalition(rooms.app), seedSampleCoalition(rooms.app)]);
    expect(again).toEqual([{ seeded: false }, { seeded: false }]);
  });

  it('shows a sign-in for each role, and each of them works', async () => {
    const { body } = await rooms.nobody.get('demo');
    expect(body.items.map((each: { roleKey: string }) => each.roleKey)).toEqual(
      demoSignIns.map((each) => each.roleKey),
    );
    for (const { email, password, name } of body.items) {
      const visitor = await rooms.visit(email, password);
      expect((await visitor.get('me')).body.person.displayName).toBe(name);
    }
  });

  it('gives each role its right on the Forum statement', async () => {
    const rightOf = async (given: string) => {
      const visitor = await signIn(given);
      return (await visitor.get(`statements/${forumStatementId}`)).body.right as string;
    };
    expect(await Promise.all(['Amara', 'Chiara', 'Sunita', 'Mele', 'Henrik', 'Noor'].map(rightOf))).toEqual([
      'manage',
      'edit',
      'edit',
      'edit',
      'read',
      'read',
    ]);
  });

  it('quotes the campaign as the zero draft, numbered', async () => {
    const amara = await signIn('Amara');
    const text = (await amara.get(`statements/${forumStatementId}/text`)).body as string;
    const bare = text.replace(/^(#+ |¶\d+ {2})/gm, '').replace(`${forumStatementTitle}\n`, '');
    const lines = (whole: string) => whole.split('\n').filter(Boolean);
    expect(lines(bare)).toEqual(lines(campaignAboutUs));
    expect(text).toContain('¶4  Long-term (5-10 years)');
    const { body } = await amara.get(`statements/${forumStatementId}`);
    expect(body.wordCount).toBeGreaterThan(380);
  });

  it('shows how the zero draft came about: three versions, by several people for their organisations', async () => {
    const chiara = await signIn('Chiara');
    const path = `statements/${forumStatementId}/history`;
    const { body: history } = await chiara.get(path);
    expect(history.versions.map(({ name }: { name: string }) => name)).toEqual([
      'Zero draft',
      'Working draft',
      'First notes',
    ]);
    const [zero, working, first] = history.versions.map((each: { moment: object }) => each.moment);
    for (const [from, to] of [
      [first, working],
      [working, zero],
    ]) {
      const { body } = await chiara.get(`${path}/comparison?from=${from.seq}&to=${to.seq}`);
      const changed = body.paragraphs.filter(({ state }: { state: string }) => state !== 'same');
      expect(changed.length).toBeGreaterThan(0);
    }
    expect(Date.parse(first.at)).toBeLessThan(Date.parse(working.at));
    const { body: stretches } = await chiara.get(`${path}/stretches`);
    expect(stretches.items).toHaveLength(6);
    const { body: authorship } = await chiara.get(`${path}/authorship`);
    expect(authorship.shares.length).toBeGreaterThan(3);
    expect(authorship.authors.map(({ name }: { name: string | null }) => name)).toContain('Sunita Gurung');
    // Whoever only reads it does not see how it came about.
    expect((await (await signIn('Henrik')).get(path)).status).toBe(403);
  });

  it('keeps a group’s draft to the group', async () => {
    const draft = `statements/${groupStatementId('women-in-migration')}`;
    expect((await (await signIn('Rosa Elena')).get(draft)).body.right).toBe('manage');
    expect((await (await signIn('Sunita')).get(draft)).status).toBe(404);
    expect((await (await signIn('Sunita')).get('statements')).body.items).toHaveLength(1);
    expect((await (await signIn('Amara')).get('statements')).body.items).toHaveLength(4);
  });

  it('says that it is a demonstration', async () => {
    const amara = await signIn('Amara');
    expect((await amara.get('coalition')).body.isDemo).toBe(true);
    expect((await amara.get('organisations?limit=200')).body.items).toHaveLength(40);
    expect((await amara.get('groups')).body.items).toHaveLength(6);
  });

  it('has the six themes of the Forum, and a group for each', async () => {
    const amara = await signIn('Amara');
    const { themes, languages } = (await amara.get('coalition')).body;
    expect(themes).toHaveLength(6);
    for (const { names } of themes) expect(Object.keys(names).sort()).toEqual([...languages].sort());
    const groups: { theme: string }[] = (await amara.get('groups')).body.items;
    const keys = themes.map(({ key }: { key: string }) => key).sort();
    expect(groups.map(({ theme }) => theme).sort()).toEqual(keys);
  });

  describe('the debate on the Forum statement', () => {
    const path = `statements/${forumStatementId}/threads`;
    interface Thread {
      readonly id: string;
      readonly place: { readonly kind: string; readonly quote: string };
      readonly audience: string;
      readonly outcome: { readonly outcome: string } | null;
      readonly comments: readonly {
        readonly text: string;
        readonly language: string;
        readonly enteredFor: object | null;
        readonly translations: readonly object[];
      }[];
    }
    const threads = async (given: string): Promise<readonly Thread[]> =>
      (await (await signIn(given)).get(path)).body.items;

    it('is there for everybody as far as it is theirs', async () => {
      expect((await threads('Amara')).map(({ id }) => id).sort()).toEqual(
        seedDebate.map(({ key }) => seedThreadId(key)).sort(),
      );
      // For the drafters, and for the people of one organisation, there is more.
      expect(await threads('Henrik')).toHaveLength(seedDebate.length - 2);
      expect(await threads('Sunita')).toHaveLength(seedDebate.length - 1);
    });

    it('has outcomes, words of others, and other languages with translations, and quotes what is there', async () => {
      const all = await threads('Amara');
      const comments = all.flatMap((thread) => thread.comments);
      expect(all.flatMap(({ outcome }) => outcome?.outcome ?? []).sort()).toEqual(['taken', 'taken_in_part']);
      expect(comments.filter(({ enteredFor }) => enteredFor)).toHaveLength(2);
      const foreign = comments.filter(({ language }) => language !== 'en');
      expect(
        foreign.map(({ language, translations }) => `${language} ${translations.length}`).sort(),
      ).toEqual([...['ar 1', 'es 1']]);
      for (const { key, on } of seedDebate) {
        const { place } = all.find(({ id }) => id === seedThreadId(key))!;
        expect([key, place.kind]).toEqual([
          key,
          on === null ? 'statement' : 'passage' in on ? 'passage' : 'paragraph',
        ]);
        if (on && 'passage' in on) expect(place.quote).toBe(on.passage);
        else if (on) expect(place.quote).toContain(on.paragraph);
      }
    });

    it('has suggestions that are open, each upon words that are there, with what organisations think of them', async () => {
      const amara = await signIn('Amara');
      const { items } = (await amara.get(`statements/${forumStatementId}/suggestions`)).body;
      const found = items.map((each: { id: string; state: string; signals: readonly object[] }) => [
        each.id,
        each.state,
        each.signals.length,
      ]);
      expect(found).toEqual(
        seedSuggestions.map(({ key, signals }) => [seedSuggestionId(key), 'open', signals.length]),
      );
      const accepted = await amara.post(`suggestions/${seedSuggestionId('promises')}/accept`, {});
      expect(accepted.body).toMatchObject({ state: 'accepted', author: { name: 'Sunita Gurung' } });
      const text = (await amara.get(`statements/${forumStatementId}/text`)).body;
      expect(text).toContain('like a promise that governments do not keep');
      expect((await amara.post(`suggestions/${seedSuggestionId('promises')}/take-back`, {})).status).toBe(
        201,
      );
    });

    it('goes on where it was killed, and says nothing twice', async () => {
      const before = await threads('Amara');
      const [first] = seedDebate;
      const { database } = rooms;
      const gone = [seedThreadId(first!.key)];
      await database.query(
        `DELETE FROM comment_translation WHERE comment_id IN (SELECT id FROM comment WHERE thread_id = ANY($1))`,
        [gone],
      );
      await database.query('DELETE FROM comment WHERE thread_id = ANY($1)', [gone]);
      await database.query('DELETE FROM comment_thread WHERE id = ANY($1)', [gone]);
      await seedSampleCoalition(rooms.app);
      const said = (some: readonly Thread[]) =>
        some
          .map(({ id, comments, outcome }) => [id, comments.map(({ text }) => text), outcome?.outcome])
          .toSorted();
      expect(said(await threads('Amara'))).toEqual(said(before));
    });
  });

  describe('the work of the coalition', () => {
    const listed = async (given: string, path: string): Promise<readonly TaskView[]> =>
      (await (await signIn(given)).get(path)).body.items;

    it('stands on the boards of the coalition and of two groups, in all states', async () => {
      const all = await listed('Amara', 'tasks?limit=100');
      const found = all.map(({ id, state, people }) => [id, state, people.length]);
      expect(found.toSorted()).toEqual(
        seedTasks.map(({ key, state, people }) => [seedTaskId(key), state, people?.length ?? 0]).toSorted(),
      );
      expect(new Set(all.map(({ state }) => state)).size).toBe(4);
      expect([...new Set(all.map(({ groupName }) => groupName))].toSorted()).toEqual([
        'Climate change and safe labour routes',
        'Women in migration',
        null,
      ]);
      const today = new Date().toISOString().slice(0, 10);
      const overdue = all.filter(({ due, state }) => due && due.on < today && state !== 'done');
      expect(overdue.map(({ id }) => id)).toEqual([seedTaskId('women-child-care')]);
      expect(all.flatMap(({ organisation }) => organisation?.name ?? [])).toHaveLength(1);
    });

    it('comes from threads and a paragraph of the Forum statement, and quotes what is there', async () => {
      const all = await listed('Amara', `statements/${forumStatementId}/tasks`);
      const about = Object.fromEntries(all.map((each) => [each.id, each.about!]));
      expect(about[seedTaskId('first-year')]).toMatchObject({
        ...{ kind: 'thread', id: seedThreadId('timeline'), quote: expect.stringContaining('Long-term') },
      });
      expect(about[seedTaskId('figures')]).toMatchObject({ kind: 'thread', id: seedThreadId('borders') });
      expect(about[seedTaskId('detained-wording')]).toMatchObject({
        ...{ kind: 'paragraph', quote: 'people being detained and disappeared' },
      });
      expect(all).toHaveLength(3);
    });

    it('is there for those whose it is, and goes on where it was killed, and is made once', async () => {
      const mine = async (given: string) => (await listed(given, 'tasks?mine=true')).map(({ id }) => id);
      expect(await mine('Mele')).toEqual([seedTaskId('women-child-care')]);
      expect(await mine('Noor')).toEqual([]);
      const { database } = rooms;
      const gone = seedTaskId('labour-islands');
      await database.query('DELETE FROM task_person WHERE task_id = $1', [gone]);
      await database.query('DELETE FROM task WHERE id = $1', [gone]);
      await seedSampleCoalition(rooms.app);
      expect(await mine('Ana')).toEqual([gone]);
      expect(await listed('Amara', 'tasks?limit=100')).toHaveLength(seedTasks.length);
    });
  });
});
