import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** Contexts in which Nest speaks of a start that failed. */
const startup = new Set(['NestApplication', 'ExceptionHandler', 'TypeOrmModule']);

/**
 * Structured logs on standard error, one line of JSON each. What is logged are codes, kinds and numbers: no
 * names, addresses, network addresses or texts.
 */
export class PlainLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino({ level, base: null }, pino.destination(2));
  }

  log(message: unknown, context?: string): void {
    // Nest's own start-up chatter helps nobody who runs Plenary.
    this.write('debug', message, context);
  }
  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }
  error(message: unknown, ...rest: unknown[]): void {
    const context = String(rest.at(-1) ?? '');
    // What ends a start is told to the operator in a sentence; Nest's own words for it come on demand.
    this.write(startup.has(context) ? 'debug' : 'error', message, context);
  }
  debug(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }
  verbose(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }
  fatal(message: unknown, context?: string): void {
    this.write('error', message, context);
  }

  private write(level: 'debug' | 'warn' | 'error', message: unknown, context?: string): void {
    if (typeof message === 'object' && message !== null) this.pino[level]({ context, ...message });
    else this.pino[level]({ context }, String(message));
  }
}
