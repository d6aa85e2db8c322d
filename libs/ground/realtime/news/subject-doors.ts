import { Injectable } from '@nestjs/common';
import type { Subject } from '@plenary/ground/kernel';
import { Subjects } from '@plenary/ground/server';

/** People by their ids, judged together: one answer costs as many queries for three hundred as for one. */
type Judged = ReadonlySet<string> | Promise<ReadonlySet<string>>;

/** What a room says of a kind of subject, from rights as they are at this moment. */
export interface SubjectDoor {
  /**
   * Those of these people who may know that something happened to the subject. Left out for what the rooms tell of as
   * `Subjects`: those hear who may read it.
   */
  mayHear?(personIds: readonly string[], id: string): Judged;
  /** Those of them who belong to it: an organisation's people, a group's members. */
  members?(personIds: readonly string[], id: string): Judged;
}

const nobody: ReadonlySet<string> = new Set();

/** What can be followed besides `Subjects`, and who belongs to what; each room registers its own when it starts. */
@Injectable()
export class SubjectDoors {
  private readonly doors = new Map<string, SubjectDoor>();

  constructor(private readonly subjects: Subjects) {}

  register(kind: string, door: SubjectDoor): void {
    this.doors.set(kind, door);
  }

  /** Of a kind that no room knows, nobody hears. */
  async mayHear({ kind, id }: Subject, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (personIds.length === 0) return nobody;
    const door = this.doors.get(kind);
    return door?.mayHear ? door.mayHear(personIds, id) : this.subjects.readersOf({ kind, id }, personIds);
  }

  async members({ kind, id }: Subject, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (personIds.length === 0) return nobody;
    return (await this.doors.get(kind)?.members?.(personIds, id)) ?? nobody;
  }
}
