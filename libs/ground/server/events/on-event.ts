import { SetMetadata } from '@nestjs/common';

export const onEventKey = 'plenary:on-event';

/**
 * Marks a provider's method as a listener: `@OnEvent('statement.right-granted')`, or `'*'` for all. It is called
 * after the commit with a `RecordedEvent`, at least once, in the order of events of one subject; it must bear
 * being called twice.
 */
export const OnEvent = (...names: string[]): MethodDecorator => SetMetadata(onEventKey, names);
