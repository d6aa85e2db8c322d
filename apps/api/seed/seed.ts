import { usualConstituencies, usualRegions } from '@plenary/organisations/domain';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitOfWork, type Transaction } from '@plenary/ground/server';
import { GroupMemberEntity, WorkingGroupEntity } from '@plenary/groups/server';
import { DemoSignInEntity, PeopleService } from '@plenary/identity/server';
import { sortNameOf } from '@plenary/ground/kernel';
import {
  CoalitionEntity,
  CoalitionRoleEntity,
  OrganisationEntity,
  RepresentativeEntity,
} from '@plenary/organisations/server';
import { CollabService } from '@plenary/ground/server/collab';
import { closedFormats, FlatText, TextEdit } from '@plenary/ground/text';
import { countWords, documentOf, statementRules } from '@plenary/statements/domain';
import { StatementsService, VersionsService } from '@plenary/statements/server';
import { coalitionRolesByGiven, demoPassword, demoSignIns } from './data/demo-sign-ins.js';
import { seedGroups } from './data/groups.js';
import { seedOrganisations } from './data/organisations.js';
import { seedThemes } from './data/themes.js';
import { forumFirstNotes, forumActs, forumVersions } from './data/forum-drafts.js';
import { forumStatementParagraphs, forumStatementTitle, seedGroupStatements } from './data/statements.js';
import { seedDebateOn } from './debate.js';
import { isHalfSaid } from './is-half-said.js';
import { seedId } from './seed-id.js';
import { seedSuggestionsOn } from './suggestions.js';
import { seedTasksOn } from './tasks.js';
import { seededAt, seedPeople, seedPerson } from './sample-coalition.js';

/** Ids of the sample coalition that tests, screenshots and journeys name. */
export const forumStatementId = seedId('statement', 'forum');
export const groupStatementId = (theme: string): string => seedId('statement', theme);

/**
 * Fills an empty installation with the sample coalition, in one transaction: killed half-way, it leaves nothing.
 * Does nothing where there is a coalition already. The debate about its text comes after it, since people can only
 * speak of what is there; what is missing of one that was begun is said at the next start.
 */
export async function seedSampleCoalition(app: INestApplicationContext): Promise<{ seeded: boolean }> {
  const database = app.get(DataSource);
  const seeded = await app.get(UnitOfWork).run(null, async (tx) => {
    // Two processes that start at once on one database: the second waits here, and finds the coalition.
    await tx.manager.query('LOCK TABLE coalition IN SHARE ROW EXCLUSIVE MODE');
    if ((await tx.manager.count(CoalitionEntity)) > 0) return false;
    await app.get(PeopleService).create(
      tx.manager,
      seedPeople.map((person) => ({ ...person, password: demoPassword })),
    );
    await seedOrganisationsInto(tx.manager);
    await seedRolesInto(tx.manager);
    await seedGroupsInto(tx.manager);
    await seedDemoSignInsInto(tx.manager);
    await seedStatements(tx, app.get(StatementsService));
    await seedForumHistory(tx, app);
    return true;
  });
  if (seeded || (await isHalfSaid(database))) {
    await seedDebateOn(app, forumStatementId);
    await seedSuggestionsOn(app, forumStatementId);
    await seedTasksOn(app, forumStatementId);
  }
  if (seeded) await database.query('ANALYZE');
  return { seeded };
}

async function seedOrganisationsInto(tx: EntityManager): Promise<void> {
  await tx.insert(CoalitionEntity, {
    id: seedId('coalition', 'resist-reclaim-realise'),
    name: 'Resist, Reclaim, Realise',
    languages: ['en', 'es', 'fr', 'ar'],
    isDemo: true,
    regions: usualRegions,
    constituencies: usualConstituencies,
    themes: seedThemes,
    createdAt: seededAt,
  });
  await tx.insert(
    OrganisationEntity,
    seedOrganisations.map(({ key, name, acronym, country, region, constituency, languages, listing }) => ({
      id: seedId('organisation', key),
      name,
      sortName: sortNameOf(name),
      acronym,
      country,
      region,
      constituency,
      languages: [...languages],
      // `.example` belongs to nobody, so that no link of the demonstration leads anywhere.
      website: `https://${key}.example`,
      state: 'active' as const,
      listing: listing ?? ('listed' as const),
      createdAt: seededAt,
    })),
  );
}

async function seedRolesInto(tx: EntityManager): Promise<void> {
  await tx.insert(
    RepresentativeEntity,
    seedPeople.flatMap(({ id, organisationKey, role }) =>
      organisationKey === null || role === null
        ? []
        : [
            {
              personId: id,
              organisationId: seedId('organisation', organisationKey),
              role,
              ...{ createdAt: seededAt, roleSince: seededAt },
            },
          ],
    ),
  );
  await tx.insert(
    CoalitionRoleEntity,
    coalitionRolesByGiven.map(([given, role]) => ({
      personId: seedPerson(given).id,
      role,
      createdAt: seededAt,
    })),
  );
}

async function seedGroupsInto(tx: EntityManager): Promise<void> {
  await tx.insert(
    WorkingGroupEntity,
    seedGroups.map(({ theme, name, description }) => ({
      id: seedId('group', theme),
      name,
      theme,
      description,
      createdAt: seededAt,
    })),
  );
  await tx.insert(
    GroupMemberEntity,
    seedGroups.flatMap((group) => {
      const leads = group.leads.map(seedPerson);
      const members = seedPeople.filter(
        (person) =>
          person.role !== 'focal_point' &&
          group.organisations.includes(person.organisationKey ?? '') &&
          !leads.includes(person),
      );
      const joined = (person: (typeof seedPeople)[number], role: 'lead' | 'member') => ({
        groupId: seedId('group', group.theme),
        personId: person.id,
        role,
        organisationId: person.organisationKey && seedId('organisation', person.organisationKey),
        createdAt: seededAt,
      });
      return [
        ...leads.map((person) => joined(person, 'lead')),
        ...members.map((person) => joined(person, 'member')),
      ];
    }),
  );
}

async function seedDemoSignInsInto(tx: EntityManager): Promise<void> {
  const nameOf = new Map(seedOrganisations.map(({ key, name }) => [key, name]));
  await tx.insert(
    DemoSignInEntity,
    demoSignIns.map(({ roleKey, given }, place) => {
      const { email, displayName, organisationKey } = seedPerson(given);
      return {
        roleKey,
        place,
        email,
        password: demoPassword,
        name: displayName,
        organisation: organisationKey && nameOf.get(organisationKey)!,
      };
    }),
  );
}

const forumBegunAt = new Date(seededAt.getTime() + 3_600_000);

async function seedStatements(tx: Transaction, statements: StatementsService): Promise<void> {
  const penholder = seedPerson('Chiara').id;
  await statements.begin(tx, {
    id: forumStatementId,
    title: forumStatementTitle,
    ownerKind: 'coalition',
    groupId: null,
    language: 'en',
    createdBy: penholder,
    // Begun after the groups' drafts, so that it stands first in the list.
    createdAt: forumBegunAt,
    paragraphs: forumFirstNotes,
    // The coalition writes its Forum statement together: whoever acts for an organisation may edit.
    grants: [{ id: seedId('grant', 'forum'), subjectKind: 'everyone', subjectId: null, right: 'edit' }],
  });
  for (const { theme, title, language, paragraphs } of seedGroupStatements) {
    const group = seedGroups.find((each) => each.theme === theme)!;
    await statements.begin(tx, {
      id: groupStatementId(theme),
      title,
      ownerKind: 'group',
      groupId: seedId('group', theme),
      language,
      createdBy: seedPerson(group.leads[0]).id,
      createdAt: seededAt,
      paragraphs,
      grants: [],
    });
  }
}

/** How the Forum statement came to be the zero draft: by several people, for their organisations, with three versions. */
async function seedForumHistory(tx: Transaction, app: INestApplicationContext): Promise<void> {
  const document = documentOf(forumStatementId);
  const begun = forumBegunAt.getTime();
  const authorOf = (given: string) => {
    const { id, organisationKey } = seedPerson(given);
    return {
      personId: id,
      organisationId: organisationKey === null ? null : seedId('organisation', organisationKey),
    };
  };
  // As it reads in the end; lists need not wait until it was counted.
  const words = forumStatementParagraphs().reduce((count, { text }) => count + countWords(text), 0);
  await tx.manager.query('UPDATE statement SET word_count = $2 WHERE id = $1', [forumStatementId, words]);
  const seqs: { readonly hours: number; readonly seq: number }[] = [{ hours: 0, seq: 1 }];
  for (const { given, hours, act } of forumActs) {
    const at = new Date(begun + hours * 3_600_000);
    const seq = await app.get(CollabService).writeEarlier(tx, document, { ...authorOf(given), at }, (doc) =>
      doc.transact((transaction) => {
        const text = new FlatText(doc);
        act(new TextEdit(text, transaction, closedFormats(statementRules)), text);
      }),
    );
    seqs.push({ hours, seq });
  }
  for (const { given, hours, name, note } of forumVersions) {
    const { personId, organisationId } = authorOf(given);
    await app.get(VersionsService).keep(tx, {
      ...{ id: seedId('version', name), statementId: forumStatementId, name, note },
      ...{ namedBy: personId, organisationId, namedAt: new Date(begun + hours * 3_600_000) },
      seq: String(seqs.findLast((each) => each.hours <= hours)!.seq),
    });
  }
}
