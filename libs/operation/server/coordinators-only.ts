import { Injectable } from '@nestjs/common';
import type { Actor } from '@plenary/ground/kernel';
import { failOperation } from '@plenary/operation/domain';
import { isCoordinator } from '@plenary/organisations/domain';
import { StandingService } from '@plenary/organisations/server';

/** How Plenary runs is for coordinators alone, to see and to change. */
@Injectable()
export class CoordinatorsOnly {
  constructor(private readonly standings: StandingService) {}

  /** Throws `operation.forbidden` for whoever is none. */
  async admit({ personId }: Actor): Promise<void> {
    if (!isCoordinator(await this.standings.get(personId))) failOperation('operation.forbidden');
  }
}
