/** A figure, beside the drill that measured it. */
export const say = (line: string): void => void process.stderr.write(`        ${line}\n`);
