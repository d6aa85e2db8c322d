import { apiFor, type paths } from '@plenary/ground/web';

export const api = apiFor<paths>();
