import { Injectable, type OnModuleInit } from '@nestjs/common';
import { openDoor, SubjectDoors } from '@plenary/ground/realtime';

/** Everybody who has signed in sees who there is. */
@Injectable()
export class PeopleDoor implements OnModuleInit {
  constructor(private readonly doors: SubjectDoors) {}

  onModuleInit(): void {
    this.doors.register('person', openDoor);
  }
}
