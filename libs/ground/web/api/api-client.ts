import { newId } from '@plenary/ground/kernel';
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { needSentence } from '../i18n/words';
import { currentImpersonation, leaveImpersonation } from '../session/impersonation';
import { asApiError, refusalFrom } from './api-error';
import { isUpload, upload } from './upload';

/**
 * Longer than the slowest commit that the server allows itself, short enough for a person to wait. A file may take
 * longer on its way: there it is how long nothing moves.
 */
const patienceMs = 20_000;

type Listener = () => void;
const sessionEnded = new Set<Listener>();

/** Calls when the server says that the session is over; the answer takes it back. */
export function onSessionEnded(listener: Listener): () => void {
  sessionEnded.add(listener);
  return () => sessionEnded.delete(listener);
}

const strengthNeeded = new Set<Listener>();

/** Calls when the server asks for a sign-in with a second factor; the answer takes it back. */
export function onStrengthNeeded(listener: Listener): () => void {
  strengthNeeded.add(listener);
  return () => strengthNeeded.delete(listener);
}

let endsOnPurpose = 0;

/** A session that its own person ends here: nobody has to be told that it ended, by the line or by an answer. */
export async function endingOnPurpose<Done>(work: () => Promise<Done>): Promise<Done> {
  endsOnPurpose++;
  try {
    return await work();
  } finally {
    endsOnPurpose--;
  }
}

/** Tells everybody that the session is over; the line uses it, too. */
export function sayThatSessionEnded(): void {
  if (endsOnPurpose > 0) return;
  // What ended is the impersonation, or the session behind it; this person's own page finds out which.
  if (currentImpersonation()) return leaveImpersonation();
  for (const listener of sessionEnded) listener();
}

const waysIn = new Set(['/api/session', '/api/session/passkey', '/api/outside/code']);

/** Said as oneself: whoever impersonates somebody else changes nothing. */
const endOfImpersonation = '/api/looks/{id}';

const road: Middleware = {
  onRequest({ request, schemaPath }) {
    const impersonation = schemaPath === endOfImpersonation ? null : currentImpersonation();
    if (impersonation) request.headers.set('Plenary-Look', impersonation.id);
  },
  onResponse({ response, schemaPath }) {
    // A refused sign-in is an answer to the form, not the end of a session.
    if (response.status === 401 && !waysIn.has(schemaPath)) sayThatSessionEnded();
  },
};

/** The typed client; one for all rooms. */
export function apiFor<Paths extends object>(): Client<Paths> {
  const client = createClient<Paths>({
    baseUrl: location.origin,
    credentials: 'same-origin',
    fetch: (request) =>
      isUpload(request)
        ? upload(request, patienceMs)
        : fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(patienceMs)]) }),
  });
  client.use(road);
  return client;
}

/** Where the words cannot be fetched, a refusal is a refusal all the same. */
const withSentence = (code: string): Promise<void> => needSentence(code).catch(() => undefined);

/** The answer's data, or an ApiError thrown, whose sentence is there by then. */
export async function answerOf<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  try {
    const { data, error, response } = await call;
    if (!response.ok) {
      const refusal = refusalFrom(response.status, error);
      if (refusal.code === 'look.over') leaveImpersonation();
      if (refusal.code === 'session.second-factor-needed') strengthNeeded.forEach((listener) => listener());
      await withSentence(refusal.code);
      throw refusal;
    }
    // An answer that is ok has its data, or none to have: the client's type leaves both open.
    return data as Data;
  } catch (error) {
    throw asApiError(error);
  }
}

/** Header that makes a repeated command harmless: the second arrival gets the first answer. */
export const commandHeaders = (): { 'Idempotency-Key': string } => ({
  'Idempotency-Key': newId<'command'>(),
});
