import { registerSignOutGuard, startWords } from '@plenary/ground/web';
import { statementCopies } from '@plenary/statements/web';
import { createRoot } from 'react-dom/client';
import { App } from './shell/App';
import { keepOffline } from './shell/keep-offline';
import { houseWords } from './words';

registerSignOutGuard(statementCopies);

const words = await startWords(houseWords.atOnce, undefined, houseWords.later);
createRoot(document.getElementById('plenary')!).render(<App />);
if (import.meta.env.PROD) void keepOffline(words);
