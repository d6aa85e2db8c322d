/** What is looked for, kept in the address: it can be sent to a colleague and survives going back. */
export interface ActivitySearch {
  name?: string;
  organisation?: string;
  person?: string;
  /** Days, as the reader's calendar has them. */
  from?: string;
  until?: string;
}

export const activitySearch = (said: Record<string, unknown>): ActivitySearch => ({
  name: matching(said['name'], /^[a-z-]+\.[a-z-]+$/),
  organisation: matching(said['organisation'], /^[0-9a-f-]{36}$/i),
  person: matching(said['person'], /^[0-9a-f-]{36}$/i),
  from: matching(said['from'], /^\d{4}-\d\d-\d\d$/),
  until: matching(said['until'], /^\d{4}-\d\d-\d\d$/),
});

const matching = (said: unknown, form: RegExp) =>
  typeof said === 'string' && form.test(said) ? said : undefined;
