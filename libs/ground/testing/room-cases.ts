import type { Subject } from '@plenary/ground/kernel';

/** What a request is about: something of mine, or something of others. */
export type Whose = 'own' | 'other';

export interface CaseRequest {
  readonly path: string;
  readonly body?: unknown;
  /** Bytes instead of JSON. */
  readonly bytes?: { readonly type: string; readonly content: Uint8Array };
  /** Of the handler's permissions, those that are meant here; all when absent. */
  readonly meant?: (permission: string) => boolean;
}
type Made = Promise<CaseRequest> | CaseRequest;

/** A request that only a right can refuse, and what of it can be mine. */
export interface Case<Scene> {
  readonly of: 'organisation' | 'group' | 'person' | 'nothing';
  readonly make: (scene: Scene, whose: Whose) => Made;
}

/** One event as it may happen, and who hears of it: they and nobody else. */
export interface NewsCase {
  readonly subject: Subject;
  readonly payload: object;
  readonly hears: readonly string[];
}

type NewsCases = readonly NewsCase[];

/** People of every kind, each with the whole house before them. */
export interface NewsPeople<Name extends string> {
  readonly people: Readonly<Record<Name, string>>;
  readonly everybody: readonly string[];
}

/**
 * What the specs of the whole house try of a room: every route in every capacity, every event before every kind of
 * person. A room's testing door exports it as `roomCases`.
 */
export interface RoomCases<Scene, News> {
  /** By route, as the router names it. */
  readonly routes: Readonly<Record<string, Case<Scene> | readonly Case<Scene>[]>>;
  /** By event. */
  readonly events: Readonly<Record<string, (scene: News) => NewsCases | Promise<NewsCases>>>;
  /** Bodies that pass the shape where an id is unknown, so that the answer is the right's and not the shape's. */
  readonly bodies?: Readonly<Record<string, () => object>>;
  /** Refusals for want of a right, or that hide that there is something. */
  readonly refusals?: readonly string[];
  /** Paths that not everybody may read, with the capacities that may. */
  readonly notForAll?: Readonly<Record<string, readonly string[]>>;
  /** Paths that take nothing whose shape could be wrong. */
  readonly shapeless?: readonly string[];
  /** Kinds of which people have lists before them. */
  readonly kinds?: readonly string[];
}

/** About nothing that could be somebody's. */
export const nothing = <Scene>(make: (scene: Scene) => Made): Case<Scene> => ({ of: 'nothing', make });

export const plain = (path: string, body?: unknown): Case<unknown> =>
  nothing(() => ({ path, ...(body ? { body } : {}) }));

/** Everybody of them but those. */
export const but = (everybody: readonly string[], ...those: readonly string[]): readonly string[] =>
  everybody.filter((each) => !those.includes(each));

/** About somebody's account, or what is theirs alone: only they hear. */
export const ofMember =
  (subject: (personId: string) => Subject, payload: object = {}) =>
  ({ people: { member } }: NewsPeople<'member'>): readonly NewsCase[] => [
    { subject: subject(member), payload: { personId: member, ...payload }, hears: ['member'] },
  ];

/** About what happened once and is nobody's news. */
export const ofNobody =
  (kind: string) =>
  ({ people }: NewsPeople<'coordinator'>): readonly NewsCase[] => [
    { subject: { kind, id: people.coordinator }, payload: {}, hears: [] },
  ];
