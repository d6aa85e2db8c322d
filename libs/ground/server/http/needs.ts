import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Actor, Permission } from '@plenary/ground/kernel';

/** What a door asks for. Finer rights are judged by the rooms' own policies. */
export type Need = 'signed-in' | 'write';

export const needKey = 'plenary:need';

export const permissionsKey = 'plenary:permissions';

/**
 * Locks a handler: `signed-in`, or `write` (signed in, and not through a read-only token). `permissions` are those that
 * it serves; whoever may do one of them is let in, which the rooms judge and a spec tries for every capacity.
 */
export const Needs = (need: Need, ...permissions: readonly Permission[]) =>
  applyDecorators(SetMetadata(needKey, need), SetMetadata(permissionsKey, permissions));

/** Opens a handler to everybody, on purpose. */
export const Public = () => SetMetadata(needKey, 'public');

export const anyStrengthKey = 'plenary:any-strength';

/**
 * Lets in whose role asks for a second factor and who signed in without one: for setting one up, and for leaving.
 */
export const AnyStrength = () => SetMetadata(anyStrengthKey, true);

export const ownerOnlyKey = 'plenary:owner-only';

/** Closed to whoever impersonates the person: their account is theirs alone. */
export const OwnerOnly = () => SetMetadata(ownerOnlyKey, true);

/** The caller, as the guard found them; only behind `@Needs`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return actorOf(context)!;
});

/** The caller of this request or message, if signed in. */
export function actorOf(context: ExecutionContext): Actor | null {
  if (context.getType() === 'ws') {
    return (context.switchToWs().getClient<{ data: { actor?: Actor } }>().data.actor ?? null) as Actor | null;
  }
  return context.switchToHttp().getRequest<{ actor?: Actor }>().actor ?? null;
}
