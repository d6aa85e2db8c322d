import { Global, Module } from '@nestjs/common';
import { Handshake } from './handshake.js';
import { Hub } from './hub.js';
import { Patience } from './patience.js';
import { Follows } from './news/follows.js';
import { NewsGateway } from './news/news.gateway.js';
import { News } from './news/news.js';
import { PassingNews } from './news/passing-news.js';
import { SubjectDoors } from './news/subject-doors.js';

@Global()
@Module({
  providers: [Handshake, Hub, Patience, SubjectDoors, News, PassingNews, Follows, NewsGateway],
  exports: [Handshake, Hub, News, PassingNews, Patience, SubjectDoors],
})
export class RealtimeModule {}
