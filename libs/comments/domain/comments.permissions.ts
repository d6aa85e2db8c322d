import { definePermission } from '@plenary/ground/kernel';

const chapter = 'comments';

/**
 * Reading, commenting, deciding and tidying up go with the right on the text (`statementPermissions`). This is what
 * somebody may besides: COM-8, words that came by mail or phone are entered for those who sent them.
 */
export const commentPermissions = {
  enterFor: {
    coalition: definePermission(
      'comment.enter-for-coalition',
      { coordinator: 'all', penholder: 'all', facilitator: 'all' },
      chapter,
    ),
    group: definePermission('comment.enter-for-group', { coordinator: 'all', group_lead: 'own' }, chapter),
  },
} as const;
