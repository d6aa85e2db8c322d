import { SetMetadata } from '@nestjs/common';

export const onEventKey = 'plenary:on-event';
export const onEventEverywhereKey = 'plenary:on-event-everywhere';

/**
 * Marks a provider's method as a listener: `@OnEvent('statement.right-granted')`, or `'*'` for all. It is called
 * after the commit with a `RecordedEvent`, in one process, at least once, in the order of events of one subject; it
 * must bear being called twice. For what an event brings about: rows, mail, jobs. It has ten seconds: long work is a
 * job that the listener leaves behind. One that fails twelve times is left to people, who find it under Operation.
 */
export const OnEvent = (...names: string[]): MethodDecorator => SetMetadata(onEventKey, names);

/**
 * As `@OnEvent`, and called in every process that runs, within moments of the commit: for what each of them holds
 * in memory (remembered rights, open sockets). A process that starts later has nothing to hear.
 */
export const OnEventEverywhere = (...names: string[]): MethodDecorator =>
  SetMetadata(onEventEverywhereKey, names);
