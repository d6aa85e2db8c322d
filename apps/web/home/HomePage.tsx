import { Answer, EmptyState, Page, Section, useOnline } from '@plenary/ground/web';
import { useSignedInPerson } from '@plenary/identity/web';
import { isCoordinator } from '@plenary/organisations/domain';
import { FirstSteps, InactiveOrganisations, useCoalition, useMembership } from '@plenary/organisations/web';
import { whatNeedsMe } from '@plenary/statements/domain';
import { OnThisDevice, useStatements, useUnreadCounts } from '@plenary/statements/web';
import { MyTasks } from '@plenary/tasks/web';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Home.module.css';
import { MyGroups } from './MyGroups';
import { MyOrganisation } from './MyOrganisation';
import { Sheet } from './Sheet';
import { StatementLines } from './StatementLines';
import { WaitingHome } from './WaitingHome';

const linesShown = 8;

/** What needs me, what moved, who is here. */
export function HomePage() {
  const { t } = useTranslation('shell');
  const me = useSignedInPerson();
  const { data: coalition } = useCoalition();
  const { data: membership } = useMembership();
  const statements = useStatements({});
  const first = statements.data && whatNeedsMe(statements.data, me.id);
  const others = (statements.data ?? [])
    .filter((each) => each !== first)
    .sort((one, other) => other.lastChange.at.localeCompare(one.lastChange.at))
    .slice(0, linesShown);
  const unread = useUnreadCounts([...(first ? [first] : []), ...others].map(({ id }) => id));
  const online = useOnline();
  const actingFor = membership?.actingFor;
  const coordinates = isCoordinator(membership);
  return (
    <Page
      title={coalition?.name ?? t('home.title')}
      lead={
        actingFor
          ? t('home.acting-for', { organisation: actingFor.name })
          : // Who would speak for one that is suspended reads why below.
            membership?.inactive.length === 0 &&
            (coordinates && coalition
              ? t('home.coordinating', { coalition: coalition.name })
              : t('home.observing'))
      }
    >
      <InactiveOrganisations />
      {!online && (
        <Suspense fallback={null}>
          <OnThisDevice />
        </Suspense>
      )}
      <div className={classes.columns}>
        <div>
          <Answer query={statements} waiting={<WaitingHome />}>
            {(items) =>
              items.length > 0 ? (
                <>
                  {first && <Sheet statement={first} unread={unread.get(first.id)} />}
                  {others.length > 0 && (
                    <Section
                      title={t(first ? 'home.moved' : 'home.begun')}
                      actions={<Link to="/statements">{t('home.all')}</Link>}
                    >
                      <StatementLines statements={others} unread={unread} />
                    </Section>
                  )}
                </>
              ) : coordinates ? (
                <Suspense fallback={null}>
                  <FirstSteps />
                </Suspense>
              ) : (
                <EmptyState
                  title={t('home.none')}
                  action={<Link to="/statements">{t('home.none.action')}</Link>}
                >
                  {t('home.none.next')}
                </EmptyState>
              )
            }
          </Answer>
        </div>
        <div className={classes.aside}>
          <Suspense>
            <MyTasks />
          </Suspense>
          <MyGroups />
          {actingFor && <MyOrganisation organisation={actingFor} />}
        </div>
      </div>
    </Page>
  );
}
