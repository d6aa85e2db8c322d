import { askedKinds, type AskedKind } from '@plenary/rights/domain';

/** About whom the page tells stands in the address, so that it can be sent to a colleague. */
export interface RightsSearch {
  about?: AskedKind;
  id?: string;
}

export const rightsSearch = (said: Record<string, unknown>): RightsSearch => ({
  about: askedKinds.find((kind) => kind === said['about']),
  id: typeof said['id'] === 'string' && said['id'] !== '' ? said['id'] : undefined,
});
