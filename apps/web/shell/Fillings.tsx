import { Late, WaitingRows } from '@plenary/ground/web';
import { PublicPageSign, EmailNote, OnAccount } from '@plenary/identity/web';
import { SaidWork } from '@plenary/comments/web';
import { GroupWork } from '@plenary/groups/web';
import { CoalitionSign, EmailsKept, OrganisationSlots } from '@plenary/organisations/web';
import { MyWords, StatementSlots } from '@plenary/statements/web';
import { TasksOfSaid } from '@plenary/tasks/web';
import { lazyRouteComponent } from '@tanstack/react-router';
import { Suspense, type ReactNode } from 'react';
import { organisationFillings } from '../organisation-fillings';
import { statementFillings } from '../statement-fillings';

const atWork = () => import('../account/AtWork');
const Standing = lazyRouteComponent(atWork, 'Standing');
const Ways = lazyRouteComponent(atWork, 'Ways');
const WorkOfGroup = lazyRouteComponent(() => import('../home/GroupWork'), 'GroupWork');

const sign = <CoalitionSign />;
const emailNote = (
  <Suspense>
    <EmailsKept />
  </Suspense>
);
/** Loads by itself: the page around it is there meanwhile. */
const standing = (
  <Suspense
    fallback={
      <Late>
        <WaitingRows rows={2} />
      </Late>
    }
  >
    <Standing />
  </Suspense>
);
const aboutMe = { standing, written: <MyWords />, ways: <Ways /> };

/** What rooms put into pages of rooms below them, which know nothing of it. */
export function Fillings({ children }: { children: ReactNode }) {
  return (
    <PublicPageSign.Provider value={sign}>
      <EmailNote.Provider value={emailNote}>
        <OnAccount.Provider value={aboutMe}>
          <GroupWork.Provider value={WorkOfGroup}>
            <OrganisationSlots.Provider value={organisationFillings}>
              <SaidWork.Provider value={TasksOfSaid}>
                <StatementSlots.Provider value={statementFillings}>{children}</StatementSlots.Provider>
              </SaidWork.Provider>
            </OrganisationSlots.Provider>
          </GroupWork.Provider>
        </OnAccount.Provider>
      </EmailNote.Provider>
    </PublicPageSign.Provider>
  );
}
