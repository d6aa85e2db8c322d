import { commentCopies, suggestionCopies } from '@plenary/comments/web';
import { registerSignOutGuard, startWords } from '@plenary/ground/web';
import { statementCopies } from '@plenary/statements/web';
import { createRoot } from 'react-dom/client';
import { houseWords } from 'virtual:words';
import { App } from './shell/App';
import { keepOffline } from './shell/keep-offline';

registerSignOutGuard(statementCopies);
registerSignOutGuard(commentCopies);
registerSignOutGuard(suggestionCopies);

async function begin(): Promise<void> {
  const words = await startWords(houseWords);
  createRoot(document.getElementById('plenary')!).render(<App />);
  if (import.meta.env.PROD) await keepOffline(words);
}

// Not awaited here: files that are loaded later stand on this one, and would wait for it while it waits for them.
void begin();
