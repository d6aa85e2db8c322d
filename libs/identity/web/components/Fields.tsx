import { useErrorSentence } from '@plenary/ground/web';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import classes from './SignIn.module.css';

interface Props {
  error: unknown;
  onSubmit: (said: FormData, form: HTMLFormElement) => void;
  children: ReactNode;
}

/** A form on a public page: what went wrong stands above the fields and takes the focus. */
export function Fields({ error, onSubmit, children }: Props) {
  const { sentence } = useErrorSentence(error);
  const problem = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (sentence) problem.current?.focus();
  }, [sentence]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget), event.currentTarget);
  }
  return (
    <form onSubmit={submit} className={classes.fields}>
      {sentence && (
        <p role="alert" tabIndex={-1} ref={problem} className={classes.problem}>
          {sentence}
        </p>
      )}
      {children}
    </form>
  );
}
