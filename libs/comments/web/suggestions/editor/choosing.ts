import type { FlatText, LayerPart } from '@plenary/ground/text';
import type { Suggestion } from '../api/use-suggestions';
import type { Standing } from './reading';

/** What a suggestion does, as one looks for it. */
export const suggestedKinds = ['insert', 'delete', 'replace', 'paragraph', 'format'] as const;
export type SuggestedKind = (typeof suggestedKinds)[number];

/** What of the list is shown; what is empty leaves nothing out. */
export interface Chosen {
  readonly author: string;
  readonly organisation: string;
  /** Id of the heading under which it stands. */
  readonly section: string;
  readonly kind: SuggestedKind | '';
}

export const everything: Chosen = { author: '', organisation: '', section: '', kind: '' };
export const isEverything = (chosen: Chosen): boolean => Object.values(chosen).every((each) => each === '');

/** Whoever suggests it, also where somebody else brought it. */
export const whoseOf = ({ author, enteredFor }: Suggestion) => enteredFor ?? author;
export const authorOf = ({ author, enteredFor }: Suggestion): string =>
  enteredFor ? `${enteredFor.organisation?.id ?? ''} ${enteredFor.name}` : (author.personId ?? author.name);
export const organisationOf = (suggestion: Suggestion): string => whoseOf(suggestion).organisation?.id ?? '';

export const kindsOf = (parts: readonly LayerPart[]): ReadonlySet<SuggestedKind> =>
  new Set(parts.map(kindOf));

function kindOf(part: LayerPart): SuggestedKind {
  if (part.kind === 'format' || part.kind === 'attribute') return 'format';
  if (part.kind !== 'characters') return 'paragraph';
  const has = (kind: (typeof part.pieces)[number]['kind']) =>
    part.pieces.some((piece) => piece.kind === kind);
  if (has('break')) return 'paragraph';
  if (has('inserted')) return has('deleted') ? 'replace' : 'insert';
  return 'delete';
}

export interface Section {
  /** Of its heading. */
  readonly id: string;
  readonly title: string;
}

/** For each place on the page the heading above it; null in front of the first. */
export function sectionsOf({ page }: FlatText): readonly (Section | null)[] {
  let section: Section | null = null;
  return page.map((paragraph) => {
    if (paragraph.attribute('style') === 'heading')
      section = { id: paragraph.id, title: paragraph.text.trim() };
    return section;
  });
}

/** A suggestion as the list knows it. */
export interface Listed {
  readonly suggestion: Suggestion;
  readonly parts: readonly LayerPart[] | null;
  readonly standing: Standing | null;
  readonly section: Section | null;
}

export const isChosen = ({ suggestion, parts, section }: Listed, chosen: Chosen): boolean =>
  (chosen.author === '' || authorOf(suggestion) === chosen.author) &&
  (chosen.organisation === '' || organisationOf(suggestion) === chosen.organisation) &&
  (chosen.section === '' || section?.id === chosen.section) &&
  (chosen.kind === '' || kindsOf(parts ?? []).has(chosen.kind));
