export { IconChecklist as PanelIcon } from '@tabler/icons-react';
export { ForTasks } from './ForTasks';
export { TaskMargin } from './TaskMargin';
export { TaskTool } from './TaskTool';
