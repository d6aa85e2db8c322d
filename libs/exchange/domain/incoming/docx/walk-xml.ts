import { SaxesParser } from 'saxes';
import { failExchange } from '../../exchange.errors.js';
import { importLimits } from '../limits.js';

/** Attributes by their local names; of two with one name, Word's own wins. */
export type Attributes = Readonly<Record<string, string>>;

/** What is told of a part as it is walked. */
export interface XmlVisitor {
  /** False: nothing within is told. */
  enter(name: string, attributes: Attributes): boolean | void;
  leave(name: string): void;
  text?(text: string): void;
}

/** Characters that are walked before the screen has its turn. */
const piece = 200_000;

/** What reading may still cost: elements, and time; shared by all parts of one file. */
export class Effort {
  private elements = 0;
  private readonly until = performance.now() + importLimits.time;

  constructor(private readonly pause: () => Promise<void>) {}

  element(): void {
    if (++this.elements > importLimits.elements) failExchange('exchange.file-unfolds');
  }

  async turn(): Promise<void> {
    if (performance.now() > this.until) failExchange('exchange.file-unfolds');
    await this.pause();
  }
}

/**
 * EXC-14: XML from start to end, without building anything of it. A document type is refused, so that there are no
 * entities but the five of XML; nothing that is named in it is fetched; elements in elements are bounded.
 */
export async function walkXml(xml: string, visitor: XmlVisitor, effort: Effort): Promise<void> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const state = { depth: 0, mute: 0 };
  parser.on('doctype', () => failExchange('exchange.file-broken'));
  parser.on('error', () => failExchange('exchange.file-broken'));
  parser.on('opentag', ({ local, attributes }) => {
    effort.element();
    if (++state.depth > importLimits.depth) failExchange('exchange.file-unfolds');
    if (state.mute > 0 || visitor.enter(local, byLocalName(attributes)) === false) state.mute++;
  });
  parser.on('closetag', ({ local }) => {
    state.depth--;
    if (state.mute > 0) state.mute--;
    else visitor.leave(local);
  });
  parser.on('text', (text) => {
    if (state.mute === 0) visitor.text?.(text);
  });
  for (let at = 0; at < xml.length; at += piece) {
    parser.write(xml.slice(at, at + piece));
    await effort.turn();
  }
  parser.close();
}

function byLocalName(
  attributes: Readonly<Record<string, { local: string; prefix: string; value: string }>>,
): Attributes {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { local, prefix, value } of Object.values(attributes)) {
    if (prefix === 'xmlns') continue;
    if (!(local in found) || prefix === 'w') found[local] = value;
  }
  return found;
}

/** What stands in a value of Word's that says yes or no. */
export const isOn = ({ val }: Attributes): boolean => !/^(0|false|off|none)$/.test(val ?? '1');
