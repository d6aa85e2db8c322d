import type { DataSource } from 'typeorm';
import { newId } from '@plenary/ground/kernel';
import {
  but,
  type Case,
  type CaseRequest,
  type NewsCase,
  type NewsPeople,
  type RoomCases,
} from '@plenary/ground/testing';
import { ofTexts, type StatementScene } from '@plenary/statements/testing';
import { givenThreads, type GivenSuggestion } from './given-threads.js';

/** Somebody else's suggestion on a text of the coalition's, of my group's, or of another group's; or one of mine. */
const withSuggestion = (
  whose: 'mine' | 'theirs',
  right: string,
  make: (id: string, statement: string) => CaseRequest,
  wanted: GivenSuggestion = {},
): readonly Case<StatementScene>[] =>
  ofTexts(async (statement, scene) => {
    const by = whose === 'mine' ? scene.me : newId();
    return make(await givenThreads(scene.house.database).suggestion(statement, { ...wanted, by }), statement);
  }).map((each) => ({
    ...each,
    make: async (scene, of) => {
      const request = await each.make(scene, of);
      const { meant = () => true } = request;
      return {
        ...request,
        meant: (permission) => permission.startsWith(`statement.${right}-`) && meant(permission),
      };
    },
  }));

type SuggestionNews = NewsPeople<'other' | 'nobody' | 'lead'> & {
  readonly database: DataSource;
  readonly ofCoalition: string;
  readonly ofGroup: string;
};

/** SUG-1: what was sent is told to all who may read the text, and a draft to its author. */
const happens =
  (payload: object) =>
  async ({ database, ofCoalition, ofGroup, people, everybody }: SuggestionNews) => {
    const given = givenThreads(database);
    const about = async (
      statement: string,
      hears: readonly string[],
      wanted: GivenSuggestion = {},
    ): Promise<NewsCase> => ({
      subject: { kind: 'suggestion', id: await given.suggestion(statement, wanted) },
      payload,
      hears,
    });
    return [
      await about(ofCoalition, but(everybody, 'nobody')),
      await about(ofGroup, ['coordinator', 'translator', 'lead', 'inGroup']),
      await about(ofCoalition, ['other'], { state: 'draft', by: people.other }),
      { subject: { kind: 'suggestion', id: newId() }, payload, hears: [] },
    ];
  };

const layer = Buffer.from([0, 0]);
const begun = () => ({ id: newId(), language: 'en' });

export const suggestionCases: Pick<
  RoomCases<StatementScene, SuggestionNews>,
  'routes' | 'bodies' | 'events'
> & {
  readonly refusals: readonly string[];
} = {
  routes: {
    'GET /api/statements/:id/suggestions': ofTexts((id) => ({ path: `statements/${id}/suggestions` })),
    'GET /api/statements/:id/suggestions/decided': ofTexts((id) => ({
      path: `statements/${id}/suggestions/decided`,
    })),
    'POST /api/statements/:id/suggestions': withSuggestion('theirs', 'comment', (_, statement) => ({
      path: `statements/${statement}/suggestions`,
      body: begun(),
    })),
    'GET /api/suggestions/:id': withSuggestion('theirs', 'read', (id) => ({ path: `suggestions/${id}` })),
    'PUT /api/suggestions/:id/layer': withSuggestion('mine', 'comment', (id) => ({
      path: `suggestions/${id}/layer`,
      body: { update: layer.toString('base64') },
    })),
    'POST /api/suggestions/:id/send': withSuggestion(
      'mine',
      'comment',
      (id) => ({ path: `suggestions/${id}/send`, body: { reason: '' } }),
      { layer },
    ),
    'DELETE /api/suggestions/:id': withSuggestion('mine', 'read', (id) => ({ path: `suggestions/${id}` })),
    'PUT /api/suggestions/:id/signal': withSuggestion('theirs', 'comment', (id) => ({
      path: `suggestions/${id}/signal`,
      body: { signal: 'support' },
    })),
    'POST /api/suggestions/:id/accept': withSuggestion(
      'theirs',
      'edit',
      (id) => ({ path: `suggestions/${id}/accept` }),
      { layer },
    ),
    'POST /api/suggestions/:id/reject': withSuggestion('theirs', 'edit', (id) => ({
      path: `suggestions/${id}/reject`,
      body: { reason: '' },
    })),
    'POST /api/suggestions/:id/take-back': withSuggestion(
      'theirs',
      'edit',
      (id) => ({ path: `suggestions/${id}/take-back` }),
      { state: 'accepted' },
    ),
  },
  bodies: {
    'POST /api/statements/:id/suggestions': begun,
    'PUT /api/suggestions/:id/layer': () => ({ update: layer.toString('base64') }),
    'POST /api/suggestions/:id/send': () => ({ reason: '' }),
    'PUT /api/suggestions/:id/signal': () => ({ signal: 'support' }),
    'POST /api/suggestions/:id/reject': () => ({ reason: '' }),
    'POST /api/suggestions/:id/accept': () => ({ wording: 1, otherwise: [] }),
  },
  events: {
    'suggestion.sent': happens({ wording: 1 }),
    'suggestion.signalled': happens({ signal: 'support' }),
    'suggestion.accepted': happens({ changed: true }),
    'suggestion.rejected': happens({}),
    'suggestion.taken-back': happens({}),
    'suggestion.withdrawn': happens({}),
  },
  refusals: ['suggestion.not-found', 'suggestion.not-yours'],
};
