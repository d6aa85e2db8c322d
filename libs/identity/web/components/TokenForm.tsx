import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useErrorSentence } from '@plenary/ground/web';
import { identityLimits, tokenScopes, type TokenScope } from '@plenary/identity/domain';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreateToken } from '../api/use-tokens';
import { words } from '../words';
import classes from './Account.module.css';

const lifetimes = [7, 30, 90, 365] as const;

export function TokenForm({ onCreated }: { onCreated: (token: string) => void }) {
  const { t } = useTranslation(words);
  const create = useCreateToken();
  const { sentence } = useErrorSentence(create.error);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const said = new FormData(form);
    create.mutate(
      {
        name: String(said.get('name')).trim(),
        scope: said.get('scope') as TokenScope,
        expiresInDays: Number(said.get('days')),
        password: String(said.get('password')),
      },
      {
        onSuccess: ({ token }) => {
          form.reset();
          onCreated(token);
        },
      },
    );
  }

  return (
    <form onSubmit={submit} className={classes.grid}>
      <TextInput
        name="name"
        label={t('tokens.name')}
        maxLength={identityLimits.tokenNameLength}
        required
        withAsterisk={false}
      />
      <NativeSelect
        name="scope"
        label={t('tokens.scope')}
        data={tokenScopes.map((value) => ({ value, label: t(`tokens.scope.${value}`) }))}
      />
      <NativeSelect
        name="days"
        label={t('tokens.lifetime')}
        defaultValue="30"
        data={lifetimes.map((days) => ({ value: String(days), label: t('tokens.days', { count: days }) }))}
      />
      <PasswordInput
        name="password"
        label={t('tokens.password')}
        autoComplete="current-password"
        error={sentence || undefined}
        required
        withAsterisk={false}
      />
      <Button type="submit" variant="default" loading={create.isPending}>
        {t('tokens.create')}
      </Button>
    </form>
  );
}
