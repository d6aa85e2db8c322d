import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, MoreThan, Not } from 'typeorm';
import { Clock, newId, type Actor, type CountedPage, oneLine } from '@plenary/ground/kernel';
import {
  cursorOf,
  Mail,
  pageOf,
  RateLimits,
  readCursor,
  totalOf,
  UnitOfWork,
  type PageQuery,
  type Transaction,
} from '@plenary/ground/server';
import { failIdentity, isEmail, normalEmail } from '@plenary/identity/domain';
import { PeopleService, SecretLinks } from '@plenary/identity/server';
import { applicationNoted, mayAccept, type ApplicationView, failArrival } from '@plenary/arrivals/domain';
import { failOrganisation, organisationAdded, organisationSubject } from '@plenary/organisations/domain';
import { ApplicationNoteEntity } from '../entities/application-note.entity.js';
import { ApplicationEntity } from '../entities/application.entity.js';
import {
  OrganisationEntity,
  CoalitionTerms,
  organisationRow,
  OrganisationStates,
  presentOrganisation,
  OrganisationsRepository,
  StandingService,
} from '@plenary/organisations/server';
import { arrivalsEmail } from '../emails/index.js';
import { ApplicationNotices } from './application-notices.js';
import { InvitationsService } from '../invitations/invitations.service.js';
import type { ApplyDto, DecideApplicationDto, NoteApplicationDto } from './applications.dto.js';

const purpose = 'application';
const hours = 72;
/** Coordinators hear of applications by e-mail once in so long. Milliseconds. */
const toldEvery = 3_600_000;
const daysToAccept = 30;

/**
 * Organisations that apply: confirmed by e-mail, looked at by coordinators, decided on record (ORG-14).
 */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly invitations: InvitationsService,
    private readonly standings: StandingService,
    private readonly states: OrganisationStates,
    private readonly people: PeopleService,
    private readonly links: SecretLinks,
    private readonly mail: Mail,
    private readonly limits: RateLimits,
    private readonly notices: ApplicationNotices,
    private readonly terms: CoalitionTerms,
    private readonly clock: Clock,
  ) {}

  /** Nothing is kept but the e-mail until its address is confirmed. @param networkAddress counted, not kept. */
  async apply(dto: ApplyDto, networkAddress: string): Promise<void> {
    const coalition = await this.organisations.findCoalition(this.database.manager);
    if (coalition?.applications !== 'open') return failArrival('application.closed');
    const email = normalEmail(dto.applicantEmail);
    if (!isEmail(email)) failIdentity('email.invalid');
    await this.terms.refuseUnknown(this.database.manager, dto);
    if (dto.name.trim() === '') failOrganisation('organisation.name-empty');
    if (dto.applicantName.trim() === '') failIdentity('person.name-empty');
    await this.limits.take('apply-place', networkAddress, 20, 3_600);
    await this.limits.take('apply-address', email, 3, 3_600);
    await this.unit.run(null, async ({ manager }) => {
      const data = { ...dto, applicantEmail: email };
      const url = this.mail.link(
        `/apply/confirm#${await this.links.make(manager, { purpose, data, hours })}`,
      );
      const values = { organisation: dto.name, coalition: coalition.name };
      const message = arrivalsEmail('apply', dto.language, values, url);
      await this.mail.post(manager, { email, language: dto.language }, message);
    });
  }

  async confirm(secret: string, networkAddress: string): Promise<void> {
    await this.limits.take('apply-confirm', networkAddress, 300, 600);
    await this.unit.run(null, async (tx) => {
      const dto = (await this.links.use(tx.manager, purpose, secret)).data as unknown as ApplyDto;
      // A name that is taken is told to the coordinators, not to whoever applies: the other one may be unlisted.
      const row = organisationRow(dto, {
        state: 'applied',
        email: null,
        createdAt: new Date(this.clock.now()),
      });
      await tx.manager.insert(OrganisationEntity, row);
      const { id, createdAt: at } = row;
      const lately = await tx.manager.existsBy(ApplicationEntity, {
        confirmedAt: MoreThan(new Date(at.getTime() - toldEvery)),
      });
      await tx.manager.insert(ApplicationEntity, {
        ...{
          organisationId: id,
          applicantName: dto.applicantName.trim(),
          applicantEmail: dto.applicantEmail,
        },
        ...{ applicantLanguage: dto.language, note: dto.note.trim(), confirmedAt: at },
      });
      await tx.events.append(organisationAdded(organisationSubject(id), { state: 'applied' }));
      // A flood of them is one e-mail an hour.
      if (!lately) await this.notices.tell(tx, row.name, dto.applicantName.trim());
    });
  }

  /** The queue, the oldest first. For coordinators. */
  async list(actor: Actor, dto: PageQuery): Promise<CountedPage<ApplicationView>> {
    const tx = this.database.manager;
    await this.standings.refuseUnlessCoordinator(tx, actor);
    const after = readCursor(dto.cursor, ['createdAt', 'id']);
    const waiting = tx
      .getRepository(OrganisationEntity)
      .createQueryBuilder('o')
      .where({ state: 'applied' })
      .orderBy('o.createdAt')
      .addOrderBy('o.id')
      .limit(dto.limit + 1);
    const total = after ? null : await totalOf(waiting);
    if (after) waiting.andWhere('(o.createdAt, o.id) > (:createdAt, :id)', after);
    const page = pageOf(await waiting.getMany(), dto.limit, ({ createdAt, id }) =>
      cursorOf({ createdAt: createdAt.toISOString(), id }),
    );
    return { ...page, items: await this.present(page.items), total };
  }

  private async present(organisations: readonly OrganisationEntity[]): Promise<ApplicationView[]> {
    const tx = this.database.manager;
    const ids = organisations.map(({ id }) => id);
    const applications = await tx.findBy(ApplicationEntity, { organisationId: In(ids) });
    const notes = await tx.find(ApplicationNoteEntity, {
      where: { organisationId: In(ids) },
      order: { at: 'ASC', id: 'ASC' },
    });
    const names = await this.people.namesOf(notes.map(({ authorId }) => authorId));
    const sortNames = organisations.map(({ sortName }) => sortName);
    const alike = await this.organisations.listNamed(tx, sortNames);
    return organisations.flatMap((organisation) => {
      const application = applications.find(({ organisationId }) => organisationId === organisation.id);
      if (!application) return [];
      const { applicantName, applicantEmail, applicantLanguage, note } = application;
      return [
        {
          organisation: presentOrganisation(organisation, 0),
          description: organisation.description,
          ...{ applicantName, applicantEmail, applicantLanguage, note },
          confirmedAt: application.confirmedAt.toISOString(),
          nameTaken: alike.some(
            ({ id, sortName }) => id !== organisation.id && sortName === organisation.sortName,
          ),
          notes: notes
            .filter(({ organisationId }) => organisationId === organisation.id)
            .map(({ id, authorId, text, opinion, at }) => ({
              ...{ id, text, opinion, at: at.toISOString() },
              authorName: names.get(authorId)?.displayName ?? '',
            })),
        },
      ];
    });
  }

  note(actor: Actor, organisationId: string, dto: NoteApplicationDto): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.open(tx, actor, organisationId);
      const text = dto.text.trim();
      if (text === '' && !dto.opinion) return failOrganisation('organisation.reason-needed');
      const [id, at] = [newId(), new Date(this.clock.now())];
      const opinion = dto.opinion ?? null;
      const authorId = actor.personId;
      if (opinion) {
        // One opinion each: the new one replaces the former, whose words stay as a note.
        const former = { organisationId, authorId, opinion: Not(IsNull()) };
        await tx.manager.delete(ApplicationNoteEntity, { ...former, text: '' });
        await tx.manager.update(ApplicationNoteEntity, former, { opinion: null });
      }
      await tx.manager.insert(ApplicationNoteEntity, {
        id,
        organisationId,
        authorId,
        text,
        opinion,
        at,
      });
      await tx.events.append(applicationNoted(organisationSubject(organisationId), { opinion }));
    });
  }

  /** ORG-14: with a reason when refused; with a second coordinator's yes where the coalition wants one. */
  decide(actor: Actor, organisationId: string, dto: DecideApplicationDto): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const { organisation, application } = await this.open(tx, actor, organisationId);
      const coalition = await this.organisations.findCoalition(tx.manager);
      const reason = oneLine(dto.reason);
      if (dto.state === 'refused' && reason === '') return failOrganisation('organisation.reason-needed');
      if (dto.state === 'active')
        await this.refuseUnlessReady(tx, actor, organisation, coalition?.secondOpinion ?? false);
      await this.states.change(tx, organisation, dto.state, reason);
      const { applicantEmail: email, applicantLanguage: language } = application;
      // Who applied has left, and nobody is to be answered.
      if (email === '') return;
      if (dto.state === 'active') {
        await this.invitations.insert(tx.manager, actor, {
          ...{ organisationId, role: 'focal_point', coalitionRole: null, email, language, mostUses: 1 },
          ...{ days: daysToAccept, message: 'apply-accepted' },
        });
      } else {
        const values = { organisation: organisation.name, coalition: coalition?.name ?? 'Plenary', reason };
        await this.mail.post(
          tx.manager,
          { email, language },
          arrivalsEmail('apply-refused', language, values),
        );
      }
    });
  }

  private async refuseUnlessReady(
    tx: Transaction,
    actor: Actor,
    organisation: OrganisationEntity,
    secondOpinion: boolean,
  ): Promise<void> {
    await this.organisations.lockNames(tx.manager);
    const alike = await this.organisations.listNamed(tx.manager, [organisation.sortName]);
    if (alike.some(({ id }) => id !== organisation.id)) failOrganisation('organisation.name-taken');
    const notes = await tx.manager.findBy(ApplicationNoteEntity, { organisationId: organisation.id });
    // Who is a coordinator no more has no say in it.
    const coordinators = new Set(await this.standings.holdersOf(tx.manager, 'coordinator'));
    const theirs = notes.filter(({ authorId }) => coordinators.has(authorId));
    if (!mayAccept(actor.personId, theirs, secondOpinion)) failArrival('application.second-opinion');
  }

  private async open(tx: Transaction, actor: Actor, organisationId: string) {
    await this.standings.refuseUnlessCoordinator(tx.manager, actor);
    const organisation = await this.organisations.findLocked(tx.manager, organisationId);
    const application = await tx.manager.findOneBy(ApplicationEntity, { organisationId });
    if (organisation?.state !== 'applied' || !application) return failArrival('application.not-found');
    return { organisation, application };
  }
}
