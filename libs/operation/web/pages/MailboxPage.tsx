import { Answer, answerOf, apiFor, asApiError, useFormat, type paths } from '@plenary/ground/web';
import { directionOf } from '@plenary/ground/kernel';
import { PublicPage } from '@plenary/identity/web';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from '../components/operation.module.css';

const api = apiFor<paths>();

/** Milliseconds. Whoever waits for an e-mail here has not signed in, and has no line over which news comes. */
const lookEvery = 3_000;

/** E-mails that were not sent, since there is no mail server: for demonstrations and development. */
export function MailboxPage() {
  const { t } = useTranslation('operation');
  const format = useFormat();
  const emails = useQuery({
    queryKey: ['mailbox'],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/api/mailbox', { signal }))).items,
    refetchInterval: lookEvery,
  });
  if (emails.error && asApiError(emails.error).code === 'mailbox.closed') {
    return (
      <PublicPage title={t('mailbox')} lead={t('error.mailbox.closed')}>
        <p>
          <Link to="/">{t('mailbox.on')}</Link>
        </p>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t('mailbox')} lead={emails.data && t('mailbox.lead')}>
      <Answer query={emails}>
        {(items) =>
          items.length === 0 ? (
            <p>{t('mailbox.none')}</p>
          ) : (
            <ol className={classes.emails}>
              {items.map((message) => (
                <li key={message.id}>
                  <article lang={message.language} dir={directionOf(message.language)}>
                    <h2 className={classes.subject}>{message.subject}</h2>
                    <p className={classes.quiet} lang={document.documentElement.lang} dir="auto">
                      {t('mailbox.to', { address: message.to, when: format.ago(message.at) })}
                    </p>
                    <p className={classes.message}>{message.text.split(/(https?:\/\/\S+)/).map(part)}</p>
                  </article>
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </PublicPage>
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
