import * as Y from 'yjs';
import { interfaceLanguages } from '@plenary/ground/kernel';
import { FlatText, forkOf, readLayers, type Layer, type LayerPart } from '@plenary/ground/text';
import { attributeNames } from '@plenary/statements/domain';
import type { StandingSuggestion, StandingWords } from '@plenary/comments/server';
import { linesOfSuggestion } from '../beside-text.js';
import { fileWords, inEveryLanguage } from '../words/index.js';

/** Stands where a value comes. */
const value = '§§';
/** What a file says by itself, as a pattern of its languages. */
const patternOf = (lines: readonly string[], values: string): string =>
  `^(?:${lines.map((line) => line.split(value).map(escaped).join(values)).join('|')})`;

/** Names that a file has where it names nobody (EXC-33). */
const ofNobody = {
  comment: new RegExp(`${patternOf(inEveryLanguage('reader'), '')}$`),
  suggestion: new RegExp(`${patternOf(inEveryLanguage('suggestion', { number: value }), '\\d+')}$`),
};
/** The line with which words are quoted that are gone (EXC-31). */
const gone = new RegExp(`${patternOf(inEveryLanguage('gone', { words: value }), '.*')}\\s*`);

interface Known {
  readonly names: readonly string[];
  readonly kind: keyof typeof ofNobody;
}

/**
 * EXC-22: what a file had in it when it went out, whoever was named in it then. `then` is the text as it was at the moment
 * that the file names.
 */
export class WentOut {
  /** Whose each text is, by the text in one line. */
  private readonly said = new Map<string, Known[]>();
  private readonly suggestions: readonly StandingSuggestion[];
  private readonly text: FlatText;

  constructor(
    private readonly then: Y.Doc,
    { suggestions, comments, outcomes }: StandingWords,
  ) {
    this.text = new FlatText(then);
    // What the text has already was not in the file beside it.
    this.suggestions = suggestions.filter(({ layer }) => Y.getState(then.store, layer.client) === 0);
    const parts = this.partsOf([]);
    for (const { names, text } of comments) this.know({ kind: 'comment', names }, [text]);
    for (const { names, outcome, note } of outcomes) {
      const words = inEveryLanguage(`outcome.${outcome}`);
      this.know(
        { kind: 'comment', names },
        words.map((word) => (note ? `${word}\n${note}` : word)),
      );
    }
    for (const { names, reason, layer } of this.suggestions) {
      const lines = interfaceLanguages.map((language) =>
        linesOfSuggestion(this.text, parts.get(layer.client)!, reason, fileWords(language)).join('\n'),
      );
      this.know({ kind: 'suggestion', names }, reason ? [reason, ...lines] : lines);
    }
  }

  hasComment({ by, text }: { readonly by: string; readonly text: string }): boolean {
    const forms = [text, text.replace(gone, '')].map(inOneLine);
    return forms.some((form) => this.said.get(form)?.some((each) => isBy(by, each)));
  }

  private know(whose: Known, texts: readonly string[]): void {
    for (const text of texts.map(inOneLine)) this.said.set(text, [...(this.said.get(text) ?? []), whose]);
  }

  /** Those of these layers, upon the text as it was then, that do what a suggestion in the file did. */
  suggested(layers: readonly { readonly by: string; readonly layer: Layer }[]): ReadonlySet<Layer> {
    const parts = this.partsOf(layers.map(({ layer }) => layer));
    const effects = ({ client }: Layer) => parts.get(client)!.map(effectOf);
    const known = this.suggestions.map(({ names, layer }) => ({ names, does: new Set(effects(layer)) }));
    const isThere = ({ by, layer }: (typeof layers)[number]) =>
      known.some(
        ({ names, does }) =>
          isBy(by, { names, kind: 'suggestion' }) && effects(layer).every((effect) => does.has(effect)),
      );
    return new Set(layers.filter(isThere).map(({ layer }) => layer));
  }

  private partsOf(own: readonly Layer[]): ReadonlyMap<number, readonly LayerPart[]> {
    const layers = [...own, ...this.suggestions.map(({ layer }) => layer)];
    const fork = forkOf(this.then, layers);
    const parts = readLayers(this.text, new FlatText(fork), layers, attributeNames);
    fork.destroy();
    return parts;
  }
}

const isBy = (by: string, { names, kind }: Known): boolean => names.includes(by) || ofNobody[kind].test(by);

/** However its spaces and lines came back. */
export const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a part does to the text, whoever wrote it. */
const effectOf = (part: LayerPart): string =>
  JSON.stringify(
    part.kind === 'characters'
      ? part.pieces.map((piece) => {
          if (piece.kind === 'deleted') return [piece.id, piece.length];
          return piece.kind === 'inserted' ? [piece.text, piece.after] : [piece.kind, piece.after];
        })
      : part,
  );

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
