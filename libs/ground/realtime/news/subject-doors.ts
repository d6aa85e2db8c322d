import { Injectable } from '@nestjs/common';
import type { Subject } from '@plenary/ground/kernel';

/** People by their ids, judged together: one answer costs as many queries for three hundred as for one. */
type Judged = ReadonlySet<string> | Promise<ReadonlySet<string>>;

/** What a room says of a kind of subject, from rights as they are at this moment. */
export interface SubjectDoor {
  /** Those of these people who may know that something happened to the subject. */
  mayHear(personIds: readonly string[], id: string): Judged;
  /** Those of them who belong to it: an organisation's people, a group's members. */
  members?(personIds: readonly string[], id: string): Judged;
}

const nobody: ReadonlySet<string> = new Set();

/** The kinds of subject that can be followed; each room registers its own when it starts. */
@Injectable()
export class SubjectDoors {
  private readonly doors = new Map<string, SubjectDoor>();

  register(kind: string, door: SubjectDoor): void {
    this.doors.set(kind, door);
  }

  /** Of a kind that no room knows, nobody hears. */
  async mayHear({ kind, id }: Subject, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (personIds.length === 0) return nobody;
    return (await this.doors.get(kind)?.mayHear(personIds, id)) ?? nobody;
  }

  async members({ kind, id }: Subject, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (personIds.length === 0) return nobody;
    return (await this.doors.get(kind)?.members?.(personIds, id)) ?? nobody;
  }
}

/** A door that is open to everybody who has signed in. */
export const openDoor: SubjectDoor = { mayHear: (personIds) => new Set(personIds) };
