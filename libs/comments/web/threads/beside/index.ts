export { IconMessages as PanelIcon } from '@tabler/icons-react';
export { CommentTool } from './CommentTool';
export { ThreadMargin } from './ThreadMargin';
