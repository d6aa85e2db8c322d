import { auditManagingWords, auditWords } from '@plenary/audit/web';
import { groupsManagingWords, groupsWords } from '@plenary/groups/web';
import { identityManagingWords, identityWords } from '@plenary/identity/web';
import { registerSignOutGuard, startWords } from '@plenary/ground/web';
import { operationManagingWords, operationWords } from '@plenary/operation/web';
import { managingWords, organisationsWords } from '@plenary/organisations/web';
import { rightsManagingWords, rightsWords } from '@plenary/rights/web';
import { statementCopies, statementsWords } from '@plenary/statements/web';
import { createRoot } from 'react-dom/client';
import { App } from './shell/App';
import { keepOffline } from './shell/keep-offline';
import { shellWords } from './words';

registerSignOutGuard(statementCopies);

const rooms = {
  shell: shellWords,
  identity: identityWords,
  organisations: organisationsWords,
  groups: groupsWords,
  operation: operationWords,
  statements: statementsWords,
  audit: auditWords,
  rights: rightsWords,
};
const words = await startWords(rooms, undefined, {
  'identity-managing': identityManagingWords,
  'audit-managing': auditManagingWords,
  'rights-managing': rightsManagingWords,
  'operation-managing': operationManagingWords,
  'groups-managing': groupsManagingWords,
  'organisations-managing': managingWords,
});
createRoot(document.getElementById('plenary')!).render(<App />);
if (import.meta.env.PROD) void keepOffline(words);
