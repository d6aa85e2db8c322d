import { newId } from '@plenary/ground/kernel';
import {
  formWith,
  startTestApp,
  until,
  type House,
  type HttpClient,
  type HttpAnswer,
} from '@plenary/ground/testing';
import {
  identityEntities,
  identityMigrations,
  IdentityModule,
  PeopleService,
} from '@plenary/identity/server';
import { hashOfPassword, password } from '@plenary/identity/testing';
import {
  organisationsEntities,
  organisationsMigrations,
  OrganisationsModule,
} from '@plenary/organisations/server';
import { givenOrganisations } from './given-organisations.js';

/** This room and those below it. */
export const organisationsHouse: House = {
  imports: [IdentityModule, OrganisationsModule],
  entities: [...identityEntities, ...organisationsEntities],
  migrations: [...identityMigrations, ...organisationsMigrations],
};

const emailOf = (personId: string) => `${personId}@people.example`;

/** Someone at the front door: paths stand without `/api/`. */
export interface Visitor {
  readonly personId: string;
  get(path: string): Promise<HttpAnswer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<HttpAnswer>;
  put(path: string, body: unknown): Promise<HttpAnswer>;
  patch(path: string, body: unknown): Promise<HttpAnswer>;
  delete(path: string): Promise<HttpAnswer>;
  /** A file as a browser would send it. */
  upload(path: string, bytes: Uint8Array, type?: string, method?: 'POST' | 'PUT'): Promise<HttpAnswer>;
  /** A list to be imported, and what is said of it. */
  list(path: string, bytes: Uint8Array, choices?: object): Promise<HttpAnswer>;
  /** What came of the long work that this answer says was begun; for a refusal at once, what it says. */
  workOf(begun: Promise<HttpAnswer>): Promise<WorkAnswer>;
}

export interface WorkAnswer {
  readonly state: 'done' | 'failed';
  readonly refusal: { readonly code: string; readonly params: Readonly<Record<string, unknown>> } | null;
  readonly outcome: Readonly<Record<string, unknown>> | null;
  readonly id: string;
}

/** A row of the event log. */
export interface LoggedEvent {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor_id: string | null;
}

/** Starts a house with people in it, who come through the front door. */
export async function startCoalition(house: House = organisationsHouse) {
  const test = await startTestApp(house);
  let count = 0;
  const person = async (displayName = `Person ${++count}`): Promise<string> => {
    const id = newId();
    const people = test.app.get(PeopleService);
    const secret = { password: null, passwordHash: await hashOfPassword() };
    await people.create(test.database.manager, [
      { id, email: emailOf(id), displayName, language: 'en', ...secret },
    ]);
    return id;
  };
  return {
    ...test,
    given: {
      ...givenOrganisations(test.database),
      person,
      people: (howMany: number) => Promise.all(Array.from({ length: howMany }, () => person())),
    },
    /** Somebody who is not signed in. */
    nobody: visitorOf(test.client(), ''),
    /** A person made by `given.person`, signed in. */
    as: async (personId: string): Promise<Visitor> =>
      visitorOf(await test.signIn(emailOf(personId), password), personId),
    /** Anybody with address and password, signed in. */
    visit: async (email: string, secret: string): Promise<Visitor> => {
      const client = await test.signIn(email, secret);
      return visitorOf(client, (await client.get('/api/me')).body.person.id as string);
    },
    /** What is written down about a subject, in order. */
    eventsOf: (subjectId: string): Promise<LoggedEvent[]> =>
      test.database.query('SELECT name, payload, actor_id FROM event_log WHERE subject_id = $1 ORDER BY id', [
        subjectId,
      ]),
  };
}

export type CoalitionUnderTest = Awaited<ReturnType<typeof startCoalition>>;

async function workOf(client: HttpClient, begun: Promise<HttpAnswer>): Promise<WorkAnswer> {
  const { status, body } = await begun;
  if (status !== 202) return { state: 'failed', refusal: body.error, outcome: null, id: '' };
  let work: WorkAnswer | undefined;
  await until(async () => {
    work = (await client.get(`/api/me/work/${body.id}`)).body as WorkAnswer;
    return ['done', 'failed'].includes(work.state);
  }, 'the end of the work');
  return work!;
}

function visitorOf(client: HttpClient, personId: string): Visitor {
  return {
    personId,
    get: (path) => client.get(`/api/${path}`),
    post: (path, body, headers) => client.post(`/api/${path}`, body, headers),
    put: (path, body) => client.put(`/api/${path}`, body),
    patch: (path, body) => client.patch(`/api/${path}`, body),
    delete: (path) => client.delete(`/api/${path}`),
    upload: (path, bytes, type = 'text/csv', method = 'POST') =>
      client.send(method, `/api/${path}`, bytes, { 'content-type': type }),
    list: (path, bytes, choices = {}) => {
      const { type, content } = formWith({ field: 'list', bytes }, { choices: JSON.stringify(choices) });
      return client.send('POST', `/api/${path}`, content, { 'content-type': type });
    },
    workOf: (begun) => workOf(client, begun),
  };
}
