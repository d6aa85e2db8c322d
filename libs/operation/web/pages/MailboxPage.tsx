import { Answer, answerOf, apiFor, asApiError, useFormat, type paths } from '@plenary/ground/web';
import { directionOf } from '@plenary/ground/kernel';
import { Door } from '@plenary/identity/web';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from '../components/operation.module.css';

const api = apiFor<paths>();

/** Milliseconds. Whoever waits for a letter here has not signed in, and has no line over which news comes. */
const lookEvery = 3_000;

/** Letters that were not sent, since there is no mail server: for demonstrations and development. */
export function MailboxPage() {
  const { t } = useTranslation('operation');
  const format = useFormat();
  const letters = useQuery({
    queryKey: ['mailbox'],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/api/mailbox', { signal }))).items,
    refetchInterval: lookEvery,
  });
  if (letters.error && asApiError(letters.error).code === 'mailbox.closed') {
    return (
      <Door title={t('mailbox')} lead={t('error.mailbox.closed')}>
        <p>
          <Link to="/">{t('mailbox.on')}</Link>
        </p>
      </Door>
    );
  }
  return (
    <Door title={t('mailbox')} lead={letters.data && t('mailbox.lead')}>
      <Answer query={letters}>
        {(items) =>
          items.length === 0 ? (
            <p>{t('mailbox.none')}</p>
          ) : (
            <ol className={classes.letters}>
              {items.map((letter) => (
                <li key={letter.id}>
                  <article lang={letter.language} dir={directionOf(letter.language)}>
                    <h2 className={classes.subject}>{letter.subject}</h2>
                    <p className={classes.quiet} lang={document.documentElement.lang} dir="auto">
                      {t('mailbox.to', { address: letter.to, when: format.ago(letter.at) })}
                    </p>
                    <p className={classes.letter}>{letter.text.split(/(https?:\/\/\S+)/).map(part)}</p>
                  </article>
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </Door>
  );
}

/** Addresses of this installation are links; everything else is text. */
function part(text: string, place: number) {
  if (!text.startsWith('http') || new URL(text).port !== location.port) return text;
  const { pathname, hash } = new URL(text);
  return (
    <a key={place} href={pathname + hash} dir="ltr">
      {text}
    </a>
  );
}
