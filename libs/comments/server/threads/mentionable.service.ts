import { Injectable } from '@nestjs/common';
import { sortNameOf, type Actor, type List } from '@plenary/ground/kernel';
import { PageQuery, Subjects } from '@plenary/ground/server';
import { GroupsService } from '@plenary/groups/server';
import { PeopleService } from '@plenary/identity/server';
import { OrganisationsService } from '@plenary/organisations/server';
import { statementSubject } from '@plenary/statements/domain';
import { commentLimits, type MentionableView } from '@plenary/comments/domain';
import { ThreadDoor } from './thread-door.js';

const { mentionable: most } = commentLimits;
/** People whose rights are asked for at once, and how many times: whoever looks for more types one more letter. */
const judgedAtOnce = 50;
const rounds = 4;

/** COM-6: whom one can mention in a comment on a statement. */
@Injectable()
export class MentionableService {
  constructor(
    private readonly door: ThreadDoor,
    private readonly people: PeopleService,
    private readonly groups: GroupsService,
    private readonly organisations: OrganisationsService,
    private readonly subjects: Subjects,
  ) {}

  /** At most ten, those first whose name begins with what is asked for. */
  async find(actor: Actor, statementId: string, query: string): Promise<List<MentionableView>> {
    await this.door.openStatement(actor, statementId);
    const wanted = sortNameOf(query.trim());
    const found = [
      ...(await this.readersNamed(statementId, query.trim())),
      ...(await this.groupsNamed(actor, wanted)),
      ...(await this.organisationsNamed(actor, query.trim())),
    ];
    const isFirst = ({ name }: MentionableView) => (sortNameOf(name).startsWith(wanted) ? 0 : 1);
    return { items: found.toSorted((one, other) => isFirst(one) - isFirst(other)).slice(0, most) };
  }

  private async readersNamed(statementId: string, query: string): Promise<MentionableView[]> {
    const found: MentionableView[] = [];
    let cursor: string | null = null;
    for (let round = 0; round < rounds && found.length < most; round++) {
      const page: Awaited<ReturnType<PeopleService['list']>> = await this.people.list({
        ...{ query: query === '' ? null : query, language: null, among: [], cursor, limit: judgedAtOnce },
      });
      const readers = await this.subjects.readersOf(
        statementSubject(statementId),
        page.items.map(({ id }) => id),
      );
      for (const { id, displayName: name } of page.items)
        if (readers.has(id)) found.push({ kind: 'person', id, name });
      cursor = page.nextCursor;
      if (cursor === null) break;
    }
    return found.slice(0, most);
  }

  private async groupsNamed(actor: Actor, wanted: string): Promise<MentionableView[]> {
    const { items } = await this.groups.list(actor, Object.assign(new PageQuery(), { limit: 200 }));
    return items
      .filter(({ name }) => sortNameOf(name).includes(wanted))
      .map(({ id, name }): MentionableView => ({ kind: 'group', id, name }))
      .slice(0, most);
  }

  /** Listed ones: of others nobody would be told who was meant. */
  private async organisationsNamed(actor: Actor, query: string): Promise<MentionableView[]> {
    const filter = Object.assign(new PageQuery(), { limit: 50, ...(query === '' ? {} : { query }) });
    const { items } = await this.organisations.list(actor, filter);
    return items
      .filter(({ listing }) => listing === 'listed')
      .map(({ id, name }): MentionableView => ({ kind: 'organisation', id, name }))
      .slice(0, most);
  }
}
