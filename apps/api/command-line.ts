import { parseArgs } from 'node:util';
import { StartupError } from '@plenary/ground/server';

const mostProcesses = 8;

export interface CommandLine {
  /** How many processes serve. */
  readonly processes: number;
  /** Begin without the sample coalition. */
  readonly empty: boolean;
}

/** Reads what stands after `npm start --`. Throws `StartupError` on anything unknown. */
export function readCommandLine(words: readonly string[]): CommandLine {
  const { processes = '1', empty = false } = parsed(words);
  const number = Number(processes);
  if (!Number.isInteger(number) || number < 1 || number > mostProcesses) {
    throw new StartupError('processes.number');
  }
  return { processes: number, empty };
}

function parsed(words: readonly string[]) {
  try {
    const options = { processes: { type: 'string' }, empty: { type: 'boolean' } } as const;
    return parseArgs({ args: [...words], options }).values;
  } catch (reason) {
    throw new StartupError('command.unknown', { reason: (reason as Error).message.split('. ')[0] + '.' });
  }
}
