// Written by `npm run map` from rooms.mjs.
import { identityRoom } from '@plenary/identity/web';
import { organisationsRoom } from '@plenary/organisations/web';
import { arrivalsRoom } from '@plenary/arrivals/web';
import { groupsRoom } from '@plenary/groups/web';
import { impersonationRoom } from '@plenary/impersonation/web';
import { operationRoom } from '@plenary/operation/web';
import { statementsRoom } from '@plenary/statements/web';
import { commentsRoom } from '@plenary/comments/web';
import { exchangeRoom } from '@plenary/exchange/web';
import { tasksRoom } from '@plenary/tasks/web';
import { auditRoom } from '@plenary/audit/web';
import { rightsRoom } from '@plenary/rights/web';

/** Pages for who is signed in. */
export const pagesInside = [
  ...identityRoom.inside,
  ...organisationsRoom.inside,
  ...arrivalsRoom.inside,
  ...groupsRoom.inside,
  ...impersonationRoom.inside,
  ...operationRoom.inside,
  ...statementsRoom.inside,
  ...commentsRoom.inside,
  ...exchangeRoom.inside,
  ...tasksRoom.inside,
  ...auditRoom.inside,
  ...rightsRoom.inside,
] as const;

/** Pages that ask nobody to sign in first. */
export const pagesOutside = [
  ...identityRoom.outside,
  ...organisationsRoom.outside,
  ...arrivalsRoom.outside,
  ...groupsRoom.outside,
  ...impersonationRoom.outside,
  ...operationRoom.outside,
  ...statementsRoom.outside,
  ...commentsRoom.outside,
  ...exchangeRoom.outside,
  ...tasksRoom.outside,
  ...auditRoom.outside,
  ...rightsRoom.outside,
] as const;

/** Ways from a person's own page to pages of rooms, from the highest shelf down. */
export const ways = [
  ...rightsRoom.ways,
  ...auditRoom.ways,
  ...tasksRoom.ways,
  ...exchangeRoom.ways,
  ...commentsRoom.ways,
  ...statementsRoom.ways,
  ...operationRoom.ways,
  ...impersonationRoom.ways,
  ...groupsRoom.ways,
  ...arrivalsRoom.ways,
  ...organisationsRoom.ways,
  ...identityRoom.ways,
] as const;
