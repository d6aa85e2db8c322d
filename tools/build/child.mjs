import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { house } from './house.mjs';

let current;
let asked;

/**
 * Hands a signal on once. Ctrl-C in a terminal reaches the child as well, and npm hands it on too: repeating it
 * would make an orderly end look like impatience.
 */
function handOn(signal) {
  if (!current) process.exit(128 + constants.signals[signal]);
  if (asked) return;
  asked = signal;
  current.kill(signal);
}

export function watchSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => handOn(signal));
}

/** Runs a program to its end, in the house unless told otherwise. Answers with its exit code and what it wrote into pipes. */
export function runChild(program, args, { env, cwd = house, stdio = 'inherit', shell = false } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio, shell });
    current = child;
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', (reason) => done({ code: 1, output: `${output}${reason.message}` }));
    child.once('close', (code, signal) => {
      current = undefined;
      done({ code: code ?? 128 + constants.signals[signal], output });
    });
  });
}

/** Whether somebody asked us to end while a child was running. */
export const wasAsked = () => asked !== undefined;
