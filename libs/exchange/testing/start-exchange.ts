import type { House } from '@plenary/ground/testing';
import { commentsHouse, startComments } from '@plenary/comments/testing';
import { exchangeEntities, exchangeMigrations, ExchangeModule } from '@plenary/exchange/server';

/** This room and those below it. */
const exchangeHouse: House = {
  imports: [...commentsHouse.imports, ExchangeModule],
  entities: [...commentsHouse.entities, ...exchangeEntities],
  migrations: [...commentsHouse.migrations, ...exchangeMigrations],
};

/** Starts a house with people and statements in it, and with this room. */
export const startExchange = () => startComments(exchangeHouse);

export type ExchangeUnderTest = Awaited<ReturnType<typeof startExchange>>;
