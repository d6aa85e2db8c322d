/** Every list that the web client shows, by the address at which it is read, as the three kinds of people see it. */
import { ask, readers } from './found.mjs';

const itemsOf = async (server, cookie, path) =>
  JSON.parse((await ask(server, cookie, 'GET', path)).text).items;

/** The address of a page far down: `pages` pages of 200 lines on, or the last one. */
async function deep(server, cookie, path, pages = Infinity) {
  let address = path;
  for (let page = 0; page < pages; page++) {
    const { nextCursor } = JSON.parse(
      (await ask(server, cookie, 'GET', `${address}${address.includes('?') ? '&' : '?'}limit=200`)).text,
    );
    if (!nextCursor) break;
    address = `${path}?cursor=${nextCursor}`;
  }
  return address;
}

const [coordinator, focal] = readers;
const managing = [coordinator, focal];

/** Name, address, and who may read it. */
export async function listsOf({ server, cookies }) {
  const cookie = cookies[coordinator];
  const items = (path) => itemsOf(server, cookie, path);
  const [large] = await items('/api/organisations?query=N0000');
  const [small] = await items('/api/organisations?query=N0008');
  const [rep] = await items(`/api/people?organisation=${small.id}`);
  const bySize = (await items('/api/groups?limit=200')).sort((a, b) => b.memberCount - a.memberCount);
  const statement = (await items('/api/statements')).find(({ owner }) => owner.kind === 'coalition');
  const organisation = `/api/organisations/${large.id}`;
  return [
    ['Organisations', '/api/organisations'],
    ['200 lines', '/api/organisations?limit=200'],
    ['searched', '/api/organisations?query=seafarers'],
    ['searched in vain', '/api/organisations?query=nobody+is+called+so'],
    ['by region', '/api/organisations?region=africa'],
    ['by constituency', '/api/organisations?constituency=youth'],
    ['by language', '/api/organisations?language=ar'],
    ['by state', '/api/organisations?state=suspended'],
    [
      'by all of these',
      '/api/organisations?query=union&region=africa&constituency=youth&language=ar&state=left',
    ],
    ['last page', await deep(server, cookie, '/api/organisations')],
    ['One organisation of many people', organisation],
    ['its people', `/api/people?organisation=${large.id}`],
    ['its mandates', `${organisation}/mandates`],
    ['its invitations', `${organisation}/invitations`, managing],
    ['People', '/api/people'],
    ['200 lines', '/api/people?limit=200'],
    ['searched', '/api/people?query=garcia'],
    ['searched in vain', '/api/people?query=nobody+is+called+so'],
    ['of one organisation', `/api/people?organisation=${small.id}`],
    ['by a role in the coalition', '/api/people?role=penholder'],
    ['focal points', '/api/people?role=focal_point'],
    ['members', '/api/people?role=member'],
    ['members, searched', '/api/people?role=member&query=garcia'],
    ['who has not come yet', '/api/people?arrival=awaited'],
    ['half way down', await deep(server, cookie, '/api/people', 25)],
    ['last page', await deep(server, cookie, '/api/people')],
    ['Groups', '/api/groups'],
    ['my own', '/api/groups?mine=true'],
    ['people of a large one', `/api/groups/${bySize[0].id}`],
    ['Statements', '/api/statements'],
    ['200 lines', '/api/statements?limit=200'],
    ['searched', '/api/statements?query=letter'],
    ['searched in vain', '/api/statements?query=nobody+calls+it+so'],
    ['of one group', `/api/statements?group=${bySize[0].id}`],
    ['last page', await deep(server, cookie, '/api/statements')],
    ['rights on one', `/api/statements/${statement.id}/rights`],
    ['Activity', '/api/activity', managing],
    ['200 lines', '/api/activity?limit=200', managing],
    ['by what was done', '/api/activity?name=group.member-joined', managing],
    ['by what is rare', '/api/activity?name=activity.exported', managing],
    ['by what never was', '/api/activity?name=coalition.changed', managing],
    ['by person', `/api/activity?person=${rep.id}`, managing],
    ['by organisation', `/api/activity?organisation=${small.id}`, managing],
    ['of a day long ago', `/api/activity?${longAgo(900, 899)}`, managing],
    ['of a day not yet here', `/api/activity?${longAgo(-8, -9)}`, managing],
    ['far down', await deep(server, cookie, '/api/activity', 100), managing],
    ['Applications', '/api/applications', [coordinator]],
    ['Invitations to the coalition', '/api/invitations', [coordinator]],
    ['My saved lists', '/api/me/lists'],
    ['My devices', '/api/me/sessions'],
  ].map(([name, path, allowed = readers]) => ({ name, path, allowed }));
}

function longAgo(from, until) {
  const at = (days) => new Date(Date.now() - days * 86_400_000).toISOString();
  return `from=${at(from)}&until=${at(until)}`;
}
