import { Global, Module } from '@nestjs/common';
import { Handshake } from './handshake.js';
import { Hub } from './hub.js';

@Global()
@Module({ providers: [Handshake, Hub], exports: [Handshake, Hub] })
export class RealtimeModule {}
