import { PlenaryConnection } from '@plenary/ground/realtime/client';
import type { QueryClient } from '@tanstack/react-query';
import { sayThatSessionEnded } from '../api/api-client';
import { currentImpersonation } from '../session/impersonation';
import { followNews } from './follow-news';

/** A line, and the news that comes over it; loaded after the first page, which does without. */
export function connect(queries: QueryClient, me: string): { line: PlenaryConnection; close: () => void } {
  const impersonation = currentImpersonation();
  const line = new PlenaryConnection(impersonation ? { look: impersonation.id } : {});
  line.onEnded(sayThatSessionEnded);
  const stop = followNews(queries, line, me);
  return {
    line,
    close: () => {
      stop();
      line.close();
    },
  };
}
