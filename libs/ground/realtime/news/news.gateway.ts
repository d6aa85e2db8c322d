import { UseFilters } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { newsRequests } from '@plenary/ground/realtime/protocol';
import { ErrorFilter, Needs } from '@plenary/ground/server';
import { Follows } from './follows.js';
import { readFollow } from './message-shapes.js';
import { newsPermissions } from './news.permissions.js';
import { News } from './news.js';

/** Where a screen says what it shows. Everything is answered alike, whatever there is and whoever asks. */
@UseFilters(ErrorFilter)
@WebSocketGateway()
export class NewsGateway {
  constructor(
    private readonly news: News,
    private readonly follows: Follows,
  ) {}

  @SubscribeMessage(newsRequests.follow)
  @Needs('signed-in', newsPermissions.follow)
  async follow(
    @ConnectedSocket() socket: Socket,
    @MessageBody() message: unknown,
  ): Promise<Record<string, never>> {
    const { subjects } = readFollow(message);
    const isFirst = await this.follows.follow(socket, subjects);
    // What happened while the screen was being made ready is told after the answer, and takes none of its time.
    this.news.tellRecent(socket, subjects, isFirst);
    return {};
  }

  @SubscribeMessage(newsRequests.unfollow)
  @Needs('signed-in', newsPermissions.follow)
  async unfollow(
    @ConnectedSocket() socket: Socket,
    @MessageBody() message: unknown,
  ): Promise<Record<string, never>> {
    await this.follows.unfollow(socket, readFollow(message).subjects);
    return {};
  }
}
