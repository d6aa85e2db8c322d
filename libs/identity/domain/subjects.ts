import type { Subject } from '@plenary/ground/kernel';

/** What can be done for somebody who lost their device; those may hear of it who may help (ORG-22). */
export const deviceHelpSubject = (personId: string): Subject => ({ kind: 'device-help', id: personId });
