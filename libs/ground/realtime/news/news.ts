import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import {
  audiencesIn,
  standingChanged,
  type Audience,
  type RecordedEvent,
  type Subject,
} from '@plenary/ground/kernel';
import { newsNotices, type Followed, type NewsMessage } from '@plenary/ground/realtime/protocol';
import { OnEventEverywhere } from '@plenary/ground/server';
import { personBehind } from '../handshake.js';
import { Hub } from '../hub.js';
import { roomOf } from '../rooms.js';
import { RecentNews, type Happened, type Told } from './recent-news.js';
import { SubjectDoors } from './subject-doors.js';

/** From so many sockets on, those who hear of one thing do not all ask in the same instant. */
const hall = 50;
/** Milliseconds, for each socket of this process and at most. */
const spreadPerSocket = 2;
const longestSpread = 2_000;
/** So many subjects are judged for one that is followed before everything is asked for anew instead. */
const mostJudged = 100;

/** There was more than can be told one by one: ask for all that is shown. Says nothing of what there was. */
const askAnew: NewsMessage = { name: 'news.many', subject: { kind: 'news', id: 'many' }, anew: true };

/**
 * Tells each event's audience, as declared beside its definition. Who may know is judged at this moment and for all who
 * listen at once, so that a right that was lost a moment ago is lost here, too.
 */
@Injectable()
export class News {
  private readonly recent = new RecentNews();

  constructor(
    private readonly hub: Hub,
    private readonly doors: SubjectDoors,
  ) {}

  /** Those who listen by name were told before: what they remembered of rights is forgotten. */
  @OnEventEverywhere('*')
  async tell(event: RecordedEvent): Promise<void> {
    try {
      for (const audience of audiencesIn(event.audience)) await this.tellAlso(event, audience);
    } finally {
      // With what changed it, which comes right after and is heard before the line is cut.
      if (event.name !== standingChanged.name) this.hub.cutDue();
    }
  }

  /** To one more audience than the event declares: for rooms that show what happens in others. */
  async tellAlso(event: RecordedEvent, audience: Audience): Promise<void> {
    this.recent.remember(event, audience);
    const rooms = await this.roomsOf(audience);
    const within = audience.kind === 'people' ? 0 : this.spread();
    const message: NewsMessage = { ...messageOf(event, audience), ...(within > 0 ? { within } : {}) };
    this.hub.toRooms(rooms, newsNotices.news, message);
  }

  /**
   * To those who show a list of this kind and may know of one of these: of that one alone, since they ask for the whole
   * list. So it costs a few questions, however many things there are.
   */
  async tellLists(kind: string, passing: readonly Happened[]): Promise<void> {
    for (const each of passing) this.recent.remember(each, { kind: 'lists', subject: each.subject });
    let waiting = this.hub.socketsIn([roomOf.kind(kind)]);
    for (const { name, subject } of passing) {
      if (waiting.length === 0) return;
      const allowed = await this.doors.mayHear(subject, [...new Set(waiting.map(personBehind))]);
      const [told, rest] = [true, false].map((is) =>
        waiting.filter((socket) => allowed.has(personBehind(socket)) === is),
      ) as [Socket[], Socket[]];
      this.say(told, { name, subject });
      waiting = rest;
    }
  }

  /** Lists of this kind are to be asked for anew, whatever happened: something may have been missed. */
  tellOfMany(kind: string): void {
    this.say(this.hub.socketsIn([roomOf.kind(kind)]), { name: 'news.many', subject: { kind, id: 'many' } });
  }

  /** Begins to tell a socket what it may have missed while it was on its way. */
  tellRecent(socket: Socket, subjects: readonly Followed[], isFirst: boolean): void {
    const told = this.recent.all();
    const tell = async () => {
      for (const each of subjects) await this.tellOfSubject(socket, each, told ?? []);
      if (isFirst) await this.tellOfPerson(socket, told ?? []);
    };
    if (!told) socket.emit(newsNotices.news, askAnew);
    // Nothing is missed silently: who could not be told asks for everything.
    else tell().catch(() => socket.emit(newsNotices.news, askAnew));
  }

  /** One piece of news that this person may hear is enough: everything of the subject is asked for after it. */
  private async tellOfSubject(socket: Socket, { kind, id }: Followed, told: readonly Told[]): Promise<void> {
    const judged = new Set<string>();
    for (const { event, audience } of told) {
      if (audience.kind !== 'subject' && (audience.kind !== 'lists' || id !== undefined)) continue;
      const { subject } = audience;
      if (subject.kind !== kind || judged.has(subject.id)) continue;
      if (id !== undefined && subject.id !== id) continue;
      if (judged.size >= mostJudged) return void socket.emit(newsNotices.news, askAnew);
      judged.add(subject.id);
      if (!(await this.mayHear(socket, subject))) continue;
      return void socket.emit(newsNotices.news, messageOf(event, audience));
    }
  }

  private async tellOfPerson(socket: Socket, told: readonly Told[]): Promise<void> {
    const person = personBehind(socket);
    const judged = new Set<string>();
    for (const { event, audience } of told) {
      if (audience.kind === 'members') {
        const of = `${audience.of.kind}/${audience.of.id}`;
        if (judged.has(of)) continue;
        judged.add(of);
      }
      const concerns =
        audience.kind === 'coalition' ||
        (audience.kind === 'people' &&
          audience.personIds.includes(person) &&
          socket.rooms.has(audience.alone ? roomOf.own(person) : roomOf.person(person))) ||
        (audience.kind === 'members' && (await this.doors.members(audience.of, [person])).has(person));
      if (concerns) socket.emit(newsNotices.news, messageOf(event, audience));
    }
  }

  private async mayHear(socket: Socket, subject: Subject): Promise<boolean> {
    const person = personBehind(socket);
    return (await this.doors.mayHear(subject, [person])).has(person);
  }

  private async roomsOf(audience: Audience): Promise<readonly string[]> {
    switch (audience.kind) {
      case 'coalition':
        return [roomOf.everybody];
      case 'people':
        return audience.personIds.map(audience.alone ? roomOf.own : roomOf.person);
      case 'members':
        return [...(await this.doors.members(audience.of, this.hub.peopleHere()))].map(roomOf.person);
      case 'subject': {
        const { kind, id } = audience.subject;
        const sockets = this.hub.socketsIn([roomOf.subject(kind, id), roomOf.kind(kind)]);
        const people = [...new Set(sockets.map(personBehind))];
        const allowed = await this.doors.mayHear(audience.subject, people);
        // Each by name: whoever began to follow meanwhile was not judged, and is told what is recent.
        return sockets.filter((socket) => allowed.has(personBehind(socket))).map((socket) => socket.id);
      }
      default:
        return [];
    }
  }

  private say(sockets: readonly Socket[], message: NewsMessage): void {
    const within = this.spread();
    this.hub.toRooms(
      sockets.map(({ id }) => id),
      newsNotices.news,
      { ...message, ...(within > 0 ? { within } : {}) },
    );
  }

  /** Counts the sockets of this process, in steps, so that it tells nothing of an audience. */
  private spread(): number {
    const { connections } = this.hub;
    if (connections < hall) return 0;
    return Math.min(longestSpread, Math.ceil(connections / hall) * hall * spreadPerSocket);
  }
}

/** What is told has a name that this audience knows; those who follow something hear of that. */
function messageOf({ name, subject }: Happened, audience: Audience): NewsMessage {
  if (audience.kind === 'subject' || audience.kind === 'lists') return { name, subject: audience.subject };
  const isAnew = (audience.kind === 'people' || audience.kind === 'members') && audience.anew;
  return { name, subject, ...(isAnew ? { anew: true } : {}) };
}
