import type { House } from '@plenary/ground/testing';
import { startStatements, statementsHouse } from '@plenary/statements/testing';
import { exchangeEntities, exchangeMigrations, ExchangeModule } from '@plenary/exchange/server';

/** This room and those below it. */
const exchangeHouse: House = {
  imports: [...statementsHouse.imports, ExchangeModule],
  entities: [...statementsHouse.entities, ...exchangeEntities],
  migrations: [...statementsHouse.migrations, ...exchangeMigrations],
};

/** Starts a house with people and statements in it, and with this room. */
export const startExchange = () => startStatements(exchangeHouse);

export type ExchangeUnderTest = Awaited<ReturnType<typeof startExchange>>;
