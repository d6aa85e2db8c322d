import { NestFactory } from '@nestjs/core';
import { PlainLogger, StartupError, type AppConfig, type Connection } from '@plenary/ground/server';
import { OperatorHelpService } from '@plenary/identity/server';
import { isCoordinator } from '@plenary/organisations/domain';
import { StandingService } from '@plenary/organisations/server';
import { AppModule } from './app.module.js';
import { borrowDatabase, unreachable, type Say } from './start-plenary.js';

/**
 * `npm run let-in`: the way in for a coordinator whom nobody else can help (IDN-17); Plenary may go on running. Answers
 * the address of the page at which a password is chosen. Throws `StartupError` for whoever is no coordinator.
 */
export async function letIn(config: AppConfig, address: string, say: Say): Promise<string> {
  const database = await borrowDatabase(config, say);
  try {
    return await inHouse(config, database.connection, address);
  } finally {
    await database.stop();
  }
}

async function inHouse(config: AppConfig, connection: Connection, address: string): Promise<string> {
  const logger = new PlainLogger(config.logLevel);
  const house = await NestFactory.createApplicationContext(AppModule.forInstallation(config, connection), {
    logger,
    abortOnError: false,
  }).catch((reason: unknown) => {
    throw config.databaseUrl ? unreachable(reason) : reason;
  });
  try {
    const help = house.get(OperatorHelpService);
    const personId = await help.find(address);
    if (!personId || !isCoordinator(await house.get(StandingService).get(personId)))
      throw new StartupError('let-in.nobody');
    return await help.letIn(personId);
  } finally {
    await house.close();
  }
}
