import {
  directionOf,
  interfaceLanguages,
  oneLine,
  typeset,
  wordsOn,
  type InterfaceLanguage,
} from '@plenary/ground/kernel';
import type { Sender } from './email-branding.js';
import { envelopeWords } from './words/index.js';

/** What an e-mail says, in the reader's language. Lines are paragraphs of plain text. */
export interface Email {
  readonly subject: string;
  readonly lines: readonly string[];
  /** The one thing to do. */
  readonly action?: { readonly label: string; readonly url: string };
  /** What stands under it. */
  readonly after?: readonly string[];
}

export interface ComposedEmail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The language among those shipped in which somebody reads; English where theirs is not among them. */
export const emailLanguage = (language: string): InterfaceLanguage =>
  interfaceLanguages.find((each) => each === language.split('-')[0]) ?? 'en';

/** Fills `{{name}}` in a sentence; what is filled in is one line, whatever somebody typed. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => oneLine(values[name] ?? ''));
}

/** 23 November 2026 at 21:05 UTC: who reads an e-mail may be anywhere. */
export const momentInEmail = (at: Date, reader: string): string => {
  const language = emailLanguage(reader);
  return new Intl.DateTimeFormat(language === 'ar' ? 'ar-u-nu-latn' : language, {
    ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZone: 'UTC', timeZoneName: 'short' },
  }).format(at);
};

export type EmailWords = Readonly<Record<string, string>>;

/**
 * A room's e-mails out of its words. `name` is what its keys begin with: `<name>.subject`, `.line` (or `.line.1` and
 * on), and, where there is something to do, `.action` and `.after`.
 */
export function emailsIn(words: Readonly<Record<InterfaceLanguage, EmailWords>>) {
  return (
    name: string,
    reader: string,
    values: Readonly<Record<string, string>> = {},
    url?: string,
  ): Email => {
    const language = emailLanguage(reader);
    const said = (part: string) => {
      const sentence = words[language][`${name}.${part}`];
      return sentence === undefined ? [] : [filled(typeset(sentence, language), values)];
    };
    const [subject] = said('subject');
    if (subject === undefined) throw new Error(`There is no e-mail ${name}`);
    const [label] = said('action');
    return {
      subject,
      lines: ['line', 'line.1', 'line.2', 'line.3'].flatMap(said),
      after: said('after'),
      ...(url && label ? { action: { label, url } } : {}),
    };
  };
}

/** An e-mail as text and as HTML without pictures, scripts or foreign addresses, right to left where it is read so. */
export function composeEmail(message: Email, reader: string, sender: Sender | null = null): ComposedEmail {
  const language = emailLanguage(reader);
  const { foot, address } = envelopeWords[language];
  const { action, after = [] } = message;
  const text = [
    ...message.lines,
    ...(action ? [`${filled(typeset(address, language), { ...action })}\n${action.url}`] : []),
    ...after,
    '--',
    foot,
  ].join('\n\n');
  const paragraph = (line: string) => `<p style="margin:0 0 16px">${escaped(line)}</p>`;
  const direction = directionOf(language);
  const html = [
    `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8">`,
    `<meta name="color-scheme" content="light dark"><title>${escaped(message.subject)}</title></head>`,
    `<body style="margin:0;padding:24px;font:16px/1.55 Georgia,'Times New Roman',serif">`,
    `<div dir="${direction}" style="max-width:34em;margin:0 auto">`,
    ...(sender ? [head(sender)] : []),
    ...message.lines.map(paragraph),
    ...(action ? [button(action, sender?.colour ?? ownColour)] : []),
    ...after.map(paragraph),
    `<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #8886;font-size:13px">${escaped(foot)}</p>`,
    '</div></body></html>',
  ].join('\n');
  return { subject: message.subject.replace(/\s+/g, ' '), text, html };
}

/** Of e-mails in nobody's name. */
const ownColour = '#1f5c4d';

/** A bar in the sender's colour, and the name under it. Pictures stay out: many readers do not load them. */
const head = ({ name, colour }: Sender): string =>
  `<p style="margin:0 0 24px;padding-top:12px;border-top:4px solid ${colour};font:600 14px system-ui,sans-serif">${escaped(name)}</p>`;

/** The address stands under the button, too: some readers show no buttons, and nobody should click blindly. */
function button({ label, url }: { label: string; url: string }, colour: string): string {
  const href = escaped(url);
  return [
    '<p style="margin:24px 0 8px">',
    `<a href="${href}" style="display:inline-block;padding:10px 20px;border-radius:6px;background:${colour};color:${wordsOn(colour)};text-decoration:none;font-family:system-ui,sans-serif">${escaped(label)}</a></p>`,
    `<p style="margin:0 0 16px;font-size:13px;word-break:break-all" dir="ltr">${href}</p>`,
  ].join('');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);
