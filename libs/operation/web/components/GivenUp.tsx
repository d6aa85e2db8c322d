import { Button } from '@mantine/core';
import { useErrorSentence } from '@plenary/ground/web';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './operation.module.css';

export interface GivenUpItem {
  readonly id: string;
  readonly name: ReactNode;
  /** How often and when, as a sentence. */
  readonly tried: string;
  /** The kind of error. */
  readonly reason: string | null;
}

/** What failed at every attempt, and the way to have it tried again. */
export function GivenUp({
  items,
  again,
}: {
  items: readonly GivenUpItem[];
  again: UseMutationResult<unknown, Error, string>;
}) {
  const { t } = useTranslation('operation');
  const { sentence } = useErrorSentence(again.error);
  return (
    <>
      <ul className={classes.refused}>
        {items.map(({ id, name, tried, reason }) => (
          <li key={id}>
            <span>
              {name}
              <span className={classes.quiet}>
                {' '}
                {tried} <bdi dir="ltr">{reason}</bdi>
              </span>
            </span>
            <Button
              variant="default"
              size="compact-sm"
              loading={again.isPending && again.variables === id}
              onClick={() => again.mutate(id)}
            >
              {t('again')}
            </Button>
          </li>
        ))}
      </ul>
      {sentence && <p role="alert">{sentence}</p>}
    </>
  );
}
