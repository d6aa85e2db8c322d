import { useEffect, type ReactNode } from 'react';
import classes from './Page.module.css';

interface Props {
  /** The heading of the page, and its name in the tab. */
  title: string;
  /** One sentence under the heading: what this is for. */
  lead?: ReactNode;
  /** Where one came from: a link back to the list. */
  above?: ReactNode;
  /** What can be done here; the first is the main one. */
  actions?: ReactNode;
  width?: 'wide' | 'reading';
  children: ReactNode;
}

/** The frame of every screen except the editor: one heading, one measure, one rhythm. */
export function Page({ title, lead, above, actions, width = 'wide', children }: Props) {
  useDocumentTitle(title);
  return (
    <div className={classes.page} data-width={width}>
      <header className={classes.head}>
        {above && <div className={classes.above}>{above}</div>}
        <div className={classes.row}>
          <h1 className={classes.title} tabIndex={-1}>
            {title}
          </h1>
          {lead && <div className={classes.lead}>{lead}</div>}
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
      </header>
      {children}
    </div>
  );
}

/** Names the tab; screen readers hear it on arrival. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Plenary` : 'Plenary';
  }, [title]);
}

/** A part of a page under a heading of its own. */
export function Section({
  title,
  actions,
  note,
  level = 2,
  children,
}: {
  title: string;
  /** 3 inside of a part that has a heading of its own. */
  level?: 2 | 3;
  actions?: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <section className={classes.section}>
      <div className={classes.sectionHead}>
        <Heading className={classes.sectionTitle}>{title}</Heading>
        {actions}
      </div>
      {note && <p className={classes.note}>{note}</p>}
      {children}
    </section>
  );
}
