import { Global, Module } from '@nestjs/common';
import { Handshake } from './handshake.js';
import { Hub } from './hub.js';
import { Patience } from './patience.js';

@Global()
@Module({ providers: [Handshake, Hub, Patience], exports: [Handshake, Hub, Patience] })
export class RealtimeModule {}
