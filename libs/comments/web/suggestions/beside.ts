export { IconPencilQuestion as PanelIcon } from '@tabler/icons-react';
export { SuggestionsBeside } from './SuggestionsBeside';
export { SuggestTool } from './SuggestTool';
