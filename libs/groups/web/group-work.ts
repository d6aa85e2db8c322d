import { createContext, type ComponentType } from 'react';

/** What rooms above have of a group, on its page: its statements and tasks. */
export const GroupWork = createContext<ComponentType<{ groupId: string }> | null>(null);
