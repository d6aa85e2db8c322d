import type { INestApplication } from '@nestjs/common';
import { PeopleService } from '@plenary/identity/server';
import { SetupService } from '@plenary/organisations/server';
import { Mail, type AppConfig } from '@plenary/ground/server';
import type { Say } from './start-plenary.js';

/** What is said once Plenary serves: where, and how to sign in to the demonstration. */
export async function greetingOf(app: INestApplication, config: AppConfig): Promise<string[]> {
  const demo = await app.get(PeopleService).demoSignIns();
  const lines = ['', `Plenary is ready: ${config.ownAddress}`, ''];
  if (demo.length > 0) {
    lines.push('This is a demonstration: organisations and people are invented. Sign in as');
    for (const { roleKey, email } of demo) lines.push(`  ${roleKey.padEnd(16)} ${email}`);
    lines.push(`  with the password ${demo[0]!.password}`, '');
  }
  if (config.hidesPeople) {
    lines.push(
      'Warning: PUBLIC_URL is https, so that a proxy stands in front, and TRUSTED_PROXIES names none. All people',
      'count as one for the limits of attempts. See docs/config.md.',
      '',
    );
  }
  const code = await app.get(SetupService).code();
  if (code) {
    // Behind the `#`, which no browser sends: logs of proxies never hold it.
    lines.push(
      'Nothing is here yet. Whoever opens this address sets the coalition up and becomes its coordinator:',
    );
    lines.push(`  ${config.ownAddress}/set-up#${code}`, '');
  }
  const isDemo = (await app.get(SetupService).door()).coalition?.isDemo ?? false;
  if (app.get(Mail).delivery(isDemo) === 'waiting') {
    lines.push('No e-mails leave: no mail server is set. See SMTP_URL in docs/config.md.', '');
  }
  return [...lines, 'Ctrl-C stops it.'];
}

export const sayAll = (say: Say, lines: readonly string[]): void => lines.forEach((line) => say(line));
