import { Button } from '@mantine/core';
import { asApiError, ErrorNotice, Page } from '@plenary/ground/web';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The last net: whatever a screen threw, the person gets a sentence and a way on. */
export class Broken extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    return this.state.error ? (
      <main>
        <BrokenPage error={this.state.error} />
      </main>
    ) : (
      this.props.children
    );
  }
}

/** Shown by the router in place of the page that failed; the rest of the house stays usable. */
export function BrokenPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const reload = () => location.reload();
  const unreached = asApiError(error).isUnreached;
  return (
    <Page title={t('broken.title')} width="reading">
      {unreached ? (
        <ErrorNotice error={error} onRetry={reload} />
      ) : (
        <>
          <p>{t('broken.text')}</p>
          <Button onClick={reload}>{t('broken.reload')}</Button>
        </>
      )}
    </Page>
  );
}
