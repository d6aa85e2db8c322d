import type { ReactNode } from 'react';
import classes from './lists.module.css';

/** What is known of something, a line each; lines without an answer are left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, answer]) => Boolean(answer))
        .map(([question, answer]) => (
          <div key={question} className={classes.fact}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
    </dl>
  );
}
