import { Button } from '@mantine/core';
import { ApiError, say, sentenceFor } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { useOutsideProvider, usePasskeySignIn } from '../api/use-outside';

/** Ways in without typing a password here. */
export function OtherWays({ onSignedIn }: { onSignedIn?: (() => void) | undefined }) {
  const { t, i18n } = useTranslation('identity-public');
  const { data: provider } = useOutsideProvider();
  const passkey = usePasskeySignIn();
  const knowsPasskeys = typeof PublicKeyCredential !== 'undefined' && isSecureContext;
  const failed = (error: unknown) => {
    // What the browser says of a key that was not used is in its own words.
    const sentence =
      error instanceof ApiError ? sentenceFor(i18n, error.code, error.params) : t('passkey.failed');
    say(sentence, { tone: 'problem' });
  };
  return (
    <>
      {knowsPasskeys && (
        <Button
          variant="default"
          fullWidth
          loading={passkey.isPending}
          onClick={() => passkey.mutate(undefined, { onSuccess: onSignedIn, onError: failed })}
        >
          {t('passkey.sign-in')}
        </Button>
      )}
      {provider && (
        <Button component="a" href="/api/outside/begin" variant="default" fullWidth>
          {t('outside.sign-in', { provider })}
        </Button>
      )}
    </>
  );
}
