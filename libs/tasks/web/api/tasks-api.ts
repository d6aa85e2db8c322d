import { apiFor, type components, type paths } from '@plenary/ground/web';

export const api = apiFor<paths>();

type Shapes = components['schemas'];
export type Task = Shapes['TaskDto'];
export type TaskDetail = Shapes['TaskDetailDto'];
export type Board = Shapes['BoardDto'];
