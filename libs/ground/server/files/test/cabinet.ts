import { Controller, Injectable, Param, Put, Query, Req, type OnModuleInit } from '@nestjs/common';
import { request, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Request } from 'express';
import { newId, type Actor } from '@plenary/ground/kernel';
import { hall, HallDoor, startTestApp, type HttpClient } from '@plenary/ground/testing';
import { CurrentActor, document, failGround, Files, FileSweep, Needs, Subjects } from '../../index.js';

/** Drawers that hold files; some are locked to everybody but one. */
@Injectable()
export class Drawers implements OnModuleInit {
  readonly keys = new Map<string, string>();
  /** What happens to whoever has put a file in. */
  after: () => Promise<void> = async () => undefined;

  constructor(private readonly subjects: Subjects) {}

  mayOpen = (personId: string, id: string): boolean => (this.keys.get(id) ?? personId) === personId;

  onModuleInit(): void {
    this.subjects.register({
      kind: 'drawer',
      read: async (personId, ids) =>
        new Map(ids.filter((id) => this.mayOpen(personId, id)).map((id) => [id, null])),
      readersOf: async (id, people) => new Set(people.filter((each) => this.mayOpen(each, id))),
      may: async () => new Set(),
      link: () => null,
    });
  }
}

const pictures = { mostSide: 4_096, side: 1_024, bytes: 300_000 };
const rule = document({ mostBytes: 2_000_000, pictures });

@Controller('drawers')
class DrawersController {
  constructor(
    private readonly files: Files,
    private readonly drawers: Drawers,
  ) {}

  @Put(':id')
  @Needs('write')
  put(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query('name') name: string | undefined,
    @Req() request: Request,
  ) {
    if (!this.drawers.mayOpen(actor.personId, id)) failGround('request.not-found');
    const given = { source: request, rule, owner: { kind: 'drawer', id }, name: name ?? null };
    return this.files.take(actor, given, async (_tx, file) => {
      await this.drawers.after();
      return { id: file.id, name: file.name };
    });
  }
}

/** A house with drawers, and people who put files into them. */
export async function startCabinet(settings: Readonly<Record<string, string>> = {}) {
  const test = await startTestApp(hall({ controllers: [DrawersController], providers: [Drawers], settings }));
  return {
    ...test,
    drawers: test.app.get(Drawers),
    sweep: () => test.app.get(FileSweep).sweep(),
    somebody(): HttpClient & { readonly personId: string } {
      const secret = newId();
      const { personId } = test.app.get(HallDoor).admit(secret);
      return Object.assign(test.client(), { cookie: `plenary_session=${secret}`, personId });
    },
    put(who: HttpClient, drawer: string, bytes: Uint8Array, name?: string, headers = {}) {
      const query = name === undefined ? '' : `?name=${encodeURIComponent(name)}`;
      const type = { 'content-type': 'application/octet-stream', ...headers };
      return who.send('PUT', `/api/drawers/${drawer}${query}`, bytes, type);
    },
    /** Its answer as it comes over the line: Node's `fetch` has a mind of its own about caches and compression. */
    async fetch(who: HttpClient, id: string, headers: Record<string, string> = {}, method = 'GET') {
      const options = { method, headers: { cookie: who.cookie ?? '', ...headers } };
      const answer = await new Promise<IncomingMessage>((come, fail) =>
        request(`${test.url}/api/files/${id}`, options, come).once('error', fail).end(),
      );
      return { status: answer.statusCode, headers: answer.headers, bytes: await buffer(answer) };
    },
  };
}

export type Cabinet = Awaited<ReturnType<typeof startCabinet>>;
