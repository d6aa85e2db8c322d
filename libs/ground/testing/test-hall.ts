import { Module, type Provider, type Type } from '@nestjs/common';
import { newId } from '@plenary/ground/kernel';
import {
  Authenticator,
  Participants,
  type Authenticated,
  type Credentials,
  type Participant,
} from '@plenary/ground/server';
import type { House } from './test-app.js';

/** People known by a secret, for specs of the ground, below the room that keeps accounts. */
export class HallDoor extends Authenticator {
  private readonly known = new Map<string, Authenticated>();

  /** Lets somebody in under this secret, as a cookie or as a token. */
  admit(secret: string, who: Partial<Authenticated> = {}): Authenticated {
    const ids = { personId: newId<'person'>(), sessionId: newId<'session'>() };
    const full: Authenticated = { ...ids, sessionKind: 'browser', scope: 'write', strong: false, ...who };
    this.known.set(secret, full);
    return full;
  }

  forget(secret: string): void {
    this.known.delete(secret);
  }

  override async authenticate({ bearer, cookie }: Credentials): Promise<Authenticated | null> {
    const who = this.known.get(bearer ?? cookie ?? '');
    return who && (who.expiresAt ?? Infinity) > Date.now() ? who : null;
  }
}

class HallParticipants extends Participants {
  override async needsSecondFactor(): Promise<boolean> {
    return false;
  }
  override async of(): Promise<Participant> {
    return { displayName: 'Somebody', organisation: null };
  }
}

@Module({})
class Hall {}

/** A house of one room, made for a spec: its handlers and providers on the bare ground. */
export function hall(
  parts: { controllers?: Type[]; providers?: Provider[]; settings?: House['settings'] } = {},
): House {
  const room = {
    module: Hall,
    global: true,
    controllers: parts.controllers ?? [],
    providers: [
      HallDoor,
      { provide: Authenticator, useExisting: HallDoor },
      { provide: Participants, useClass: HallParticipants },
      ...(parts.providers ?? []),
    ],
    exports: [HallDoor, Authenticator, Participants],
  };
  return { imports: [room], entities: [], migrations: [], settings: parts.settings ?? {} };
}
