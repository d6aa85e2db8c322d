import type { DocumentProvider } from '@plenary/ground/collab/client';
import { newId } from '@plenary/ground/kernel';
import { CollabService } from '@plenary/ground/server/collab';
import { GroupsService, GroupStandingService } from '@plenary/groups/server';
import { RolesService, StandingService } from '@plenary/organisations/server';
import type { Visitor } from '@plenary/organisations/testing';
import { documentOf, readParagraphs } from '@plenary/statements/domain';
import { edit, startStatements, type StatementsUnderTest } from '@plenary/statements/testing';
import { StatementAccess } from '../statement-access.js';
import { LiveTexts, within, write } from './live-texts.js';

/** SYNC-20: how long a lost right may go unnoticed. Milliseconds. */
const noticedWithin = 2_000;

describe('rights on open statements', () => {
  let rooms: StatementsUnderTest;
  let texts: LiveTexts;
  let coordinator: Visitor;

  beforeAll(async () => {
    rooms = await startStatements();
    texts = new LiveTexts(rooms);
    await rooms.given.coalition();
    const id = await rooms.given.person();
    await rooms.given.role(id, 'coordinator');
    coordinator = await rooms.as(id);
  });
  afterAll(async () => {
    texts.close();
    await rooms.close();
  });

  const closed = (provider: DocumentProvider) =>
    within(noticedWithin, () => provider.status.closed === 'document.not-found');

  async function delegate(): Promise<{ id: string; organisation: string }> {
    const id = await rooms.given.person();
    const organisation = await rooms.given.organisation();
    await rooms.given.representative(id, organisation);
    return { id, organisation };
  }

  it('STM-14 what is co-written under a grant is saved, read out and counted', async () => {
    const statement = await rooms.given.statement({
      paragraphs: [{ text: 'We ask' }],
      grants: [{ subjectKind: 'everyone', right: 'edit' }],
    });
    const provider = await texts.open((await delegate()).id, statement);
    await provider.synced();
    expect(provider.status.right).toBe('edit');
    write(provider, ' for safe routes');
    await provider.saved();
    expect((await coordinator.get(`statements/${statement}/text`)).body).toContain(
      '¶1  We ask for safe routes',
    );
    const counted = async () => (await coordinator.get(`statements/${statement}`)).body.wordCount === 5;
    expect(await within(10_000, counted)).toBe(true);
  });

  it('a grant that is withdrawn takes the pen away within two seconds, and reading goes on', async () => {
    const statement = await rooms.given.statement({ grants: [{ subjectKind: 'everyone', right: 'edit' }] });
    const { id } = await delegate();
    const provider = await texts.open(id, statement);
    await provider.synced();
    const { body } = await coordinator.get(`statements/${statement}/rights`);
    const everyone = body.items.find(
      (each: { subject: { kind: string } }) => each.subject.kind === 'everyone',
    );
    const grant = everyone.reasons.find((reason: { grant: object | null }) => reason.grant).grant;
    await coordinator.delete(`statements/${statement}/grants/${grant.id}`);
    expect(await within(noticedWithin, () => provider.status.right === 'comment')).toBe(true);
    write(provider, ' smuggled');
    // What another writes after it is there, and by then it would be.
    const other = await texts.open(coordinator.personId, statement);
    await other.synced();
    write(other, ' honest');
    await other.saved();
    expect((await coordinator.get(`statements/${statement}/text`)).body).toContain('honest');
    expect((await coordinator.get(`statements/${statement}/text`)).body).not.toContain('smuggled');
    expect(provider.unsentText()).toContain('smuggled');
  });

  it('who leaves a group loses its open draft within two seconds', async () => {
    const group = await rooms.given.group();
    const statement = await rooms.given.statement({ groupId: group });
    const id = await rooms.given.person();
    await rooms.given.member(group, id);
    const provider = await texts.open(id, statement);
    await provider.synced();
    await rooms.app.get(GroupsService).removeMember(null, group, id);
    expect(await closed(provider)).toBe(true);
  });

  it('who no longer acts for an organisation loses what came with it', async () => {
    const statement = await rooms.given.statement();
    const { id, organisation } = await delegate();
    const provider = await texts.open(id, statement);
    await provider.synced();
    await rooms.app.get(RolesService).withdrawRepresentative(null, organisation, id);
    expect(await closed(provider)).toBe(true);
  });

  it('SYNC-20 a change that concerns a hall is judged by as few queries as one that concerns a person', async () => {
    const statement = await rooms.given.statement();
    const group = await rooms.given.group();
    const people = await Promise.all(Array.from({ length: 8 }, () => delegate()));
    for (const { id } of people) await rooms.given.member(group, id);
    const providers = await Promise.all(people.map(({ id }) => texts.open(id, statement)));
    await Promise.all(providers.map((provider) => provider.synced()));
    const asked = jest.spyOn(rooms.app.get(StandingService), 'of');
    const inGroups = jest.spyOn(rooms.app.get(GroupStandingService), 'ofAll');
    try {
      rooms.app.get(StatementAccess).forgetEverybody();
      await rooms.app.get(CollabService).rightsChanged({});
      const together = asked.mock.calls.filter(([ids]) => people.every(({ id }) => ids.includes(id)));
      expect([together.length, asked.mock.calls.length, inGroups.mock.calls.length]).toEqual([1, 1, 1]);
    } finally {
      asked.mockRestore();
      inGroups.mockRestore();
    }
    expect(providers.every(({ status }) => status.right === 'comment' && !status.closed)).toBe(true);
  });

  it('a suspended organisation loses it for all its people, and an active one keeps it', async () => {
    const statement = await rooms.given.statement();
    const [one, other] = [await delegate(), await delegate()];
    const colleague = await rooms.given.person();
    await rooms.given.representative(colleague, one.organisation, 'member');
    const providers = await Promise.all(
      [one.id, colleague, other.id].map(async (id) => {
        const provider = await texts.open(id, statement);
        await provider.synced();
        return provider;
      }),
    );
    await rooms.app.get(RolesService).changeState(null, one.organisation, 'suspended');
    expect(await closed(providers[0]!)).toBe(true);
    expect(await closed(providers[1]!)).toBe(true);
    expect(providers[2]!.status).toMatchObject({ closed: null, right: 'comment' });
  });

  it('a role that is withdrawn closes what it opened', async () => {
    const statement = await rooms.given.statement();
    const id = await rooms.given.person();
    await rooms.given.role(id, 'observer');
    const provider = await texts.open(id, statement);
    await provider.synced();
    await rooms.app.get(RolesService).withdrawRole(null, id, 'observer');
    expect(await closed(provider)).toBe(true);
  });

  it('STM-6 a draft of others and one that does not exist answer alike', async () => {
    const { id } = await delegate();
    const draft = await rooms.given.statement({ groupId: await rooms.given.group() });
    for (const statement of [draft, newId()]) {
      const provider = await texts.open(id, statement);
      await expect(provider.synced()).rejects.toMatchObject({ code: 'document.not-found' });
    }
  });

  it('a token that may only read does not write, even a coordinator’s', async () => {
    const statement = await rooms.given.statement();
    const provider = await texts.open(coordinator.personId, statement, 'read');
    await provider.synced();
    expect(provider.status).toMatchObject({ right: 'read', writable: false });
  });

  it('STM-12 a paragraph keeps its id when it is split, and the other half gets one of its own', async () => {
    const statement = await rooms.given.statement({ grants: [{ subjectKind: 'everyone', right: 'edit' }] });
    const provider = await texts.open((await delegate()).id, statement);
    await provider.synced();
    const { id } = readParagraphs(provider.doc)[0]!;
    edit(provider.doc, (editing, { page }) => void editing.split(page[0]!, 3, {}));
    await provider.saved();
    const ids = readParagraphs(provider.doc).map((each) => each.id);
    expect(new Set(ids).size).toBe(2);
    expect(ids[0]).toBe(id);
    const stored = await rooms.app.get(CollabService).read(documentOf(statement), readParagraphs);
    expect(stored.map((each) => each.id)).toEqual(ids);
  });
});
