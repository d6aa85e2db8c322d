import { inside, withWords } from '@plenary/ground/web';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

const CommentsLink = lazyRouteComponent(
  withWords(['comments'], () => import('./components/CommentsLink')),
  'CommentsLink',
);
const CommentsPage = lazyRouteComponent(
  withWords(['comments'], () => import('./pages/CommentsPage')),
  'CommentsPage',
);

export const commentsRoom = {
  inside: [createRoute({ ...inside('/comments'), component: CommentsPage })],
  outside: [],
  ways: [CommentsLink],
} as const;
