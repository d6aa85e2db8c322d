import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EmailBranding, OnEventEverywhere, ShortMemory, type Sender } from '@plenary/ground/server';
import { OrganisationsRepository } from '../organisations/organisations.repository.js';

/** A list of hundreds of e-mails asks once. Milliseconds. */
const rememberFor = 5_000;

/** E-mails go out in the coalition's name and colour. */
@Injectable()
export class CoalitionEmailBranding extends EmailBranding {
  private readonly remembered = new ShortMemory<Sender | null>(rememberFor, 1);

  constructor(private readonly organisations: OrganisationsRepository) {
    super();
  }

  override sender(tx: EntityManager): Promise<Sender | null> {
    return this.remembered.get('coalition', () => this.load(tx));
  }

  @OnEventEverywhere('coalition.set-up', 'coalition.changed')
  forget(): void {
    this.remembered.clear();
  }

  private async load(tx: EntityManager): Promise<Sender | null> {
    const coalition = await this.organisations.findCoalition(tx);
    return coalition && { name: coalition.name, colour: coalition.colour };
  }
}
