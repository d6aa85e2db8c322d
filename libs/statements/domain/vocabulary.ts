import { isId, type Right } from '@plenary/ground/kernel';

/** Whose text it is: the whole coalition's, or one working group's. */
export const ownerKinds = ['coalition', 'group'] as const;
export type OwnerKind = (typeof ownerKinds)[number];

/** Where a statement stands on its road. So far every statement is being drafted. */
export const stages = ['drafting'] as const;
export type Stage = (typeof stages)[number];

/** Who may be given a right; `everyone` is every person who acts for an active organisation. */
export const subjectKinds = ['everyone', 'role', 'group', 'organisation', 'person'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Rights that can be given; `none` cannot, since rights only add up (STM-5). */
export const grantableRights = ['read', 'comment', 'edit', 'manage'] as const satisfies readonly Right[];
export type GrantableRight = (typeof grantableRights)[number];

/** What a paragraph is in the architecture of a statement. */
export const paragraphKinds = ['plain', 'preambular', 'operative'] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];

/** How a paragraph is set. */
export const paragraphStyles = ['text', 'heading', 'quote', 'bullet', 'numbered'] as const;
export type ParagraphStyle = (typeof paragraphStyles)[number];

/** Which way a paragraph runs; `auto` follows from its characters. */
export const paragraphDirections = ['auto', 'ltr', 'rtl'] as const;
export type ParagraphDirection = (typeof paragraphDirections)[number];

export const statementLimits = {
  titleLength: 200,
  headingLevels: 3,
  deepestIndent: 4,
  /** The highest number with which a list may begin. */
  largestStart: 9_999,
  footnoteLength: 2_000,
  linkLength: 2_048,
  /** Grants on one statement; keeps the page of rights and the check of a right bounded. */
  grants: 200,
} as const;

/** Name of the kind of document that statements are, on the wire: `statement:<uuid>`. */
export const statementDocumentKind = 'statement';

/** The name under which a statement's text is joined. */
export const documentOf = (statementId: string): string => `${statementDocumentKind}:${statementId}`;

/** The statement whose text a document is; null for another kind of document, or none. */
export function statementOf(document: string): string | null {
  const id = document.slice(statementDocumentKind.length + 1);
  return document === documentOf(id) && isId(id) ? id : null;
}
