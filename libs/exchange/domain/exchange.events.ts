import { defineEvent, type Subject } from '@plenary/ground/kernel';

const toReaders = ({ subject }: { subject: Subject }) => ({ kind: 'subject', subject }) as const;

interface Brought {
  readonly fileId: string;
  readonly suggestions: number;
  readonly comments: number;
}

const told = [
  { as: 'count', key: 'suggestions', words: 'exchange-record:suggestions' },
  { as: 'count', key: 'comments', words: 'exchange-record:comments' },
] as const;

/**
 * EXC-22: a Word file came back, with all its suggestions and comments: one event, however many they are. Subject: the
 * statement. Of no file is the name told, nor a word that stands in it.
 */
export const fileReturned = defineEvent<'exchange.file-returned', Brought>({
  name: 'exchange.file-returned',
  audience: toReaders,
  record: { told },
});

/** EXC-23: whoever brought it took it back, as far as nobody had decided or answered. */
export const returnTakenBack = defineEvent<'exchange.return-taken-back', Brought>({
  name: 'exchange.return-taken-back',
  audience: toReaders,
  record: { told },
});
