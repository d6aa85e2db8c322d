import type { StatementView } from '@plenary/statements/domain';
import type { Editor, Extensions } from '@tiptap/core';
import { createContext, useContext, type ComponentType, type ReactNode } from 'react';
import type * as Y from 'yjs';

/** What every part of a filling is handed. */
export interface InStatement {
  readonly statement: StatementView;
  readonly editor: Editor;
}

/** What a room above adds to the page of a statement. Each part may be left out, and is loaded when it is shown. */
export interface StatementFilling {
  /** The room's name. */
  readonly key: string;
  /** At the side, under the people; on a phone in a sheet behind a button. */
  readonly panel?: {
    /** Key of its title, with the namespace: `comments:panel`. */
    readonly title: string;
    readonly Icon: ComponentType<{ size?: number }>;
    /** Shows what is in it to those alone for whom there is something; absent, it is for everybody. */
    readonly For?: ComponentType<InStatement & { children: ReactNode }>;
    /** `onGo` closes the sheet: something in the text is to be seen. */
    readonly Panel: ComponentType<InStatement & { onGo?: () => void }>;
  };
  /** In the menu over the text, after what prints it; `Act` is a dialog, there from when it is chosen until it closes. */
  readonly act?: {
    /** Key of its name, with the namespace: `exchange:export`. */
    readonly title: string;
    readonly Icon: ComponentType<{ size?: number; stroke?: number }>;
    readonly Act: ComponentType<{ statement: StatementView; onClose: () => void }>;
  };
  /** On the list of statements, beside what begins one: another way to begin one. */
  readonly Begin?: ComponentType;
  /** At the far edge of the text; what it draws stands at its paragraph by `BesideParagraph`. */
  readonly Margin?: ComponentType<InStatement>;
  /** Among the tools, after those for writing. */
  readonly Tool?: ComponentType<InStatement & { writable: boolean }>;
  /** Its keys in the text, for the list of keys: the key of a title, with the namespace, and the keys as `Mod+Alt+M`. */
  readonly keys?: readonly (readonly [title: string, combination: string])[];
  /** For whom there is the tool; absent, it is for everybody. Who has no tool at all has no row of them. */
  readonly hasTool?: (statement: StatementView) => boolean;
  /**
   * Plugins of the editor: keys, marks upon the page. What a text may consist of is this room's alone, so nodes and
   * marks are left out.
   */
  readonly extensions?: () => Promise<(statement: StatementView) => Extensions>;
}

/** Filled by the app, which knows all rooms; empty, the page is what this room alone makes of it. */
export const StatementSlots = createContext<readonly StatementFilling[]>([]);

/** A copy of the text with something written upon it, which the page shows instead of the text itself. */
export interface TextInstead {
  /** Another key is another editor. */
  readonly key: string;
  readonly doc: Y.Doc;
  readonly writable: boolean;
  /** Plugins that this one has besides. */
  readonly extensions: Extensions;
  /** Says how it is saved, in the place where the page says that of the text. */
  readonly Saving?: ComponentType;
  /** Says over the text what is shown, and leads back. */
  readonly Head: ComponentType;
}

/** The text of the page, whatever its editor shows at present. */
export interface ShownText {
  readonly text: Y.Doc;
  readonly instead: TextInstead | null;
  /** Null shows the text itself. Whoever showed a copy ends it afterwards. */
  readonly show: (instead: TextInstead | null) => void;
}

export const ShownTextOfPage = createContext<ShownText | null>(null);

/** For what stands on the page of a statement. */
export function useShownText(): ShownText {
  const shown = useContext(ShownTextOfPage);
  if (!shown) throw new Error('There is no text on this page.');
  return shown;
}
