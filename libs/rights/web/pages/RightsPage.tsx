import { Answer, Page, WaitingParts } from '@plenary/ground/web';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePermissions, useExplained, type Asked } from '../api/use-rights';
import { AboutSomebody } from '../components/AboutSomebody';
import { AskAbout } from '../components/AskAbout';
import { PermissionTable } from '../components/PermissionTable';
import classes from '../components/rights.module.css';
import type { RightsSearch } from '../rights-search';

/** Who may do what, and why: everybody at a glance, or one at a time. */
export function RightsPage() {
  const search: RightsSearch = useSearch({ strict: false });
  return search.about && search.id ? (
    <About asked={{ kind: search.about, id: search.id }} search={search} />
  ) : (
    <Everybody search={search} />
  );
}

function Everybody({ search }: { search: RightsSearch }) {
  const permissions = usePermissions();
  return (
    <Frame search={search} name={null}>
      <Answer query={permissions} waiting={<WaitingParts rows={6} />}>
        {(items) => <PermissionTable permissions={items} />}
      </Answer>
    </Frame>
  );
}

function About({ asked, search }: { asked: Asked; search: RightsSearch }) {
  const { data } = useExplained(asked);
  return (
    <Frame search={search} name={data?.name ?? null}>
      <AboutSomebody asked={asked} />
    </Frame>
  );
}

function Frame({
  search,
  name,
  children,
}: {
  search: RightsSearch;
  name: string | null;
  children: React.ReactNode;
}) {
  const { t } = useTranslation('rights');
  const navigate = useNavigate();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <AskAbout
        asked={search}
        name={name}
        onAsk={(asked) => void navigate({ to: '/rights', search: { ...asked }, replace: true })}
      />
      <div className={classes.told}>{children}</div>
    </Page>
  );
}
