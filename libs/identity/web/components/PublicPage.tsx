import { useDocumentTitle } from '@plenary/ground/web';
import { createContext, useContext, type ReactNode } from 'react';
import { LanguageSwitch } from './LanguageSwitch';
import classes from './SignIn.module.css';
import { Wordmark } from './Wordmark';

interface Props {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
  /** What stands beside it where there is room. */
  aside?: ReactNode;
}

/** What rooms above put over the heading of every public page: whose house it is. */
export const PublicPageSign = createContext<ReactNode>(null);

/** What rooms above say beside "an e-mail is on its way", where e-mails do not go out by mail. */
export const EmailNote = createContext<ReactNode>(null);

/** The frame of every page that needs no sign-in: the language first, then one thing to do. */
export function PublicPage({ title, lead, children, aside }: Props) {
  useDocumentTitle(title);
  const sign = useContext(PublicPageSign);
  return (
    <div className={classes.public}>
      <header className={classes.top}>
        <Wordmark />
        <LanguageSwitch />
      </header>
      <main className={classes.main}>
        <div className={classes.form}>
          {sign}
          <h1 className={classes.title}>{title}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
          {children}
        </div>
        {aside}
      </main>
    </div>
  );
}
