import { allKinds, type ChosenFilter } from '../components/filters';

/** Filters live in the address, so that a list can be sent to a colleague and survives going back. */
export type ThreadsSearch = Partial<ChosenFilter>;

export const threadsSearch = (said: Record<string, unknown>): ThreadsSearch => ({
  show: allKinds.find((each) => each === said['show']),
  organisationId: words(said['organisationId']),
  groupId: words(said['groupId']),
  paragraphId: words(said['paragraphId']),
});

const words = (said: unknown) => (typeof said === 'string' && said !== '' ? said : undefined);
