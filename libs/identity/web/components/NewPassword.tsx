import { PasswordInput } from '@mantine/core';
import { identityLimits } from '@plenary/identity/domain';
import { useTranslation } from 'react-i18next';

/** A password that is chosen: its one rule stands under it. */
export function NewPassword({ name = 'password', label }: { name?: string; label?: string }) {
  const { t } = useTranslation('identity-public');
  return (
    <PasswordInput
      name={name}
      label={label ?? t('password.next')}
      description={t('password.rule')}
      autoComplete="new-password"
      minLength={identityLimits.passwordLeast}
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
    />
  );
}
