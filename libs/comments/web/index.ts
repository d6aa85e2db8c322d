import { inside, withWords } from '@plenary/ground/web';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { threadsSearch } from './threads/pages/threads-search';

export { commentCopies } from './copies';
export { SaidWork, type Said } from './said-work';
export { statementFilling } from './statement-filling';
export { useUnsentComments } from './use-unsent-comments';
export { useUnsentSuggestions } from './suggestions/use-unsent-suggestions';
export { suggestionCopies } from './suggestions/copies';
export { suggestionsFilling } from './suggestions/statement-filling';

const ThreadsPage = lazyRouteComponent(
  withWords(['comments', 'comments-threads'], () => import('./threads/pages/ThreadsPage')),
  'ThreadsPage',
);

const ThreadPage = lazyRouteComponent(
  withWords(['comments'], () => import('./threads/pages/ThreadPage')),
  'ThreadPage',
);

const SuggestionPage = lazyRouteComponent(
  () => import('./suggestions/pages/SuggestionPage'),
  'SuggestionPage',
);

export const commentsRoom = {
  inside: [
    createRoute({
      ...inside('/statements/$id/comments'),
      component: ThreadsPage,
      validateSearch: threadsSearch,
    }),
    createRoute({ ...inside('/threads/$id'), component: ThreadPage }),
    createRoute({ ...inside('/suggestions/$id'), component: SuggestionPage }),
  ],
  outside: [],
  ways: [],
} as const;
