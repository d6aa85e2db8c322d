import { directionOf } from '@plenary/ground/kernel';
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowUp,
  IconBold,
  IconChevronDown,
  IconDotsVertical,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconSuperscript,
  IconTextDirectionLtr,
  IconTextDirectionRtl,
} from '@tabler/icons-react';
import {
  paragraphDirections,
  paragraphKinds,
  type ParagraphKind,
  type ParagraphStyle,
} from '@plenary/statements/domain';
import type { Command } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/core';
import { useContext, useRef, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { setDirection, setKind, setStyle, turnDirection } from '../editor/commands';
import { numbersOf } from '../editor/margin';
import { keepsSigns, keepSigns } from '../editor/signs';
import { useEditorValue } from '../editor/use-editor';
import { Fill } from '../slots/Fill';
import { StatementSlots, type InStatement } from '../slots/statement-slots';
import { writing } from '../writing';
import { copyLink } from './copy-link';
import { Menu, type MenuGroup } from './Menu';
import classes from './Toolbar.module.css';
import { useRoving } from './use-roving';

interface Props extends InStatement {
  writable: boolean;
  onLink: () => void;
  onFootnote: () => void;
}

const styles = ['text', 'heading-1', 'heading-2', 'heading-3', 'quote', 'bullet', 'numbered'] as const;

/** What can be done with the selected words and paragraphs: one row, one stop for Tab. */
export function Toolbar({ statement, editor, writable, onLink, onFootnote }: Props) {
  const { t, i18n } = useTranslation(writing);
  const bar = useRef<HTMLDivElement>(null);
  const roving = useRoving(bar, 'inline');
  const tools = useContext(StatementSlots).filter(
    ({ Tool, hasTool }) => Tool && (hasTool?.(statement) ?? true),
  );
  const runsBothWays = [i18n.language, statement.language].some((tag) => directionOf(tag) === 'rtl');
  if (!writable && tools.length === 0) return null;
  return (
    <div ref={bar} className={classes.toolbar} role="toolbar" aria-label={t('toolbar')} {...roving}>
      {writable && (
        <>
          <Style editor={editor} />
          <Characters editor={editor} onLink={onLink} onFootnote={onFootnote} />
          {runsBothWays && (
            <Act
              name={t('act.turn')}
              icon={IconTextDirectionRtl}
              run={() => run(editor, turnDirection(statement.language))}
            />
          )}
          <span className={classes.line} aria-hidden />
          <Act
            name={t('act.undo')}
            icon={IconArrowBackUp}
            flips
            run={() => editor.chain().focus().undo().run()}
          />
          <Act
            name={t('act.redo')}
            icon={IconArrowForwardUp}
            flips
            run={() => editor.chain().focus().redo().run()}
          />
        </>
      )}
      {/* Those of rooms above. */}
      {tools.map(({ key, Tool }) => (
        <Fill key={key}>{Tool && <Tool statement={statement} editor={editor} writable={writable} />}</Fill>
      ))}
      {writable && <ParagraphMenu editor={editor} language={statement.language} />}
    </div>
  );
}

function run(editor: Editor, command: Command): void {
  command(editor.state, editor.view.dispatch, editor.view);
  editor.view.focus();
}

/** How the paragraph is set, and what it is in the statement. */
function Style({ editor }: { editor: Editor }) {
  const { t } = useTranslation(writing);
  const now = useEditorValue(editor, ({ state }) => {
    const { style, level, kind } = state.selection.$from.parent.attrs as {
      style?: ParagraphStyle;
      level?: number;
      kind?: ParagraphKind;
    };
    return { style: style === 'heading' ? `heading-${level}` : (style ?? 'text'), kind: kind ?? 'plain' };
  });
  const pick = (value: string) => {
    const [style, level] = value.split('-') as [ParagraphStyle, string?];
    if (value !== now.style) run(editor, setStyle(style, Number(level ?? 1)));
    else editor.view.focus();
  };
  const groups = (): MenuGroup[] => [
    {
      key: 'style',
      title: t('toolbar.style.group'),
      items: styles.map((value) => ({
        key: value,
        label: t(`style.${value}`),
        on: value === now.style,
        isChoice: true,
        run: () => pick(value),
      })),
    },
    {
      key: 'kind',
      title: t('toolbar.kind'),
      items: paragraphKinds.map((value) => ({
        key: value,
        label: t(`kind.${value}`),
        on: value === now.kind,
        isChoice: true,
        run: () => run(editor, setKind(value)),
      })),
    },
  ];
  const isKind = now.style === 'text' && now.kind !== 'plain';
  const shown = t(isKind ? `kind.${now.kind}` : `style.${now.style}`);
  return (
    <Menu name={`${t('toolbar.style')}: ${shown}`} className={classes.pick} groups={groups} tabIndex={-1}>
      <span className={classes.picked}>{shown}</span>
      <IconChevronDown size={16} stroke={1.75} aria-hidden />
    </Menu>
  );
}

/** What is done to words, and the two lists. */
function Characters({ editor, onLink, onFootnote }: Pick<Props, 'editor' | 'onLink' | 'onFootnote'>) {
  const { t } = useTranslation(writing);
  const now = useEditorValue(editor, (current) => ({
    style: current.state.selection.$from.parent.attrs['style'] as ParagraphStyle | undefined,
    bold: current.isActive('bold'),
    italic: current.isActive('italic'),
    link: current.isActive('link'),
  }));
  return (
    <>
      <span className={classes.line} aria-hidden />
      <Act
        name={t('act.bold')}
        icon={IconBold}
        on={now.bold}
        run={() => editor.chain().focus().toggleBold().run()}
      />
      <Act
        name={t('act.italic')}
        icon={IconItalic}
        on={now.italic}
        run={() => editor.chain().focus().toggleItalic().run()}
      />
      <Act
        name={t('act.bullet')}
        icon={IconList}
        on={now.style === 'bullet'}
        run={() => run(editor, setStyle('bullet'))}
      />
      <Act
        name={t('act.numbered')}
        icon={IconListNumbers}
        on={now.style === 'numbered'}
        run={() => run(editor, setStyle('numbered'))}
      />
      <Act name={t('act.link')} icon={IconLink} on={now.link} run={onLink} />
      <Act name={t('act.footnote')} icon={IconSuperscript} run={onFootnote} />
    </>
  );
}

const directionSigns = { auto: undefined, ltr: IconTextDirectionLtr, rtl: IconTextDirectionRtl };

/** What is done to whole paragraphs, and seldom: they move, are linked to, run this way or that. */
function ParagraphMenu({ editor, language }: { editor: Editor; language: string }) {
  const { t } = useTranslation(writing);
  const groups = (): MenuGroup[] => {
    const { $from } = editor.state.selection;
    const { id, direction } = $from.parent.attrs as { id: string | null; direction: string };
    const cited = numbersOf(editor.state.doc)[$from.index(0)]?.cited;
    return [
      {
        key: 'place',
        items: [
          {
            key: 'up',
            label: t('act.move-up'),
            Icon: IconArrowUp,
            keys: 'Alt+Shift+↑',
            run: () => editor.chain().focus().moveParagraphs(-1).run(),
          },
          {
            key: 'down',
            label: t('act.move-down'),
            Icon: IconArrowDown,
            keys: 'Alt+Shift+↓',
            run: () => editor.chain().focus().moveParagraphs(1).run(),
          },
          {
            key: 'link',
            label: cited ? t('act.copy-link', { label: cited }) : t('act.copy-link.plain'),
            Icon: IconLink,
            run: () => {
              editor.view.focus();
              if (id) copyLink(id, t('number.copied'));
            },
          },
        ],
      },
      {
        key: 'direction',
        items: [
          {
            key: 'turn',
            label: t('act.turn'),
            run: () => run(editor, turnDirection(language)),
          },
          ...paragraphDirections.map((value) => ({
            key: value,
            label: t(`act.${value}`),
            Icon: directionSigns[value],
            on: direction === value,
            isChoice: true,
            run: () => run(editor, setDirection(value)),
          })),
        ],
      },
      {
        key: 'signs',
        items: [
          {
            key: 'signs',
            label: t('act.signs'),
            on: keepsSigns(),
            run: () => {
              keepSigns(!keepsSigns());
              editor.view.focus();
            },
          },
        ],
      },
    ];
  };
  return (
    <Menu name={t('act.paragraph')} className={classes.act} groups={groups} tabIndex={-1}>
      <IconDotsVertical size={18} stroke={1.75} aria-hidden />
    </Menu>
  );
}

interface ActProps {
  name: string;
  icon: ComponentType<{ size: number; stroke: number; className?: string; 'aria-hidden': boolean }>;
  run: () => unknown;
  /** Whether the selection has it; absent for what is simply done. */
  on?: boolean;
  /** An arrow that points the other way in right-to-left pages. */
  flips?: boolean;
}

function Act({ name, icon: Icon, run: act, on, flips }: ActProps) {
  return (
    <button
      type="button"
      className={classes.act}
      aria-label={name}
      title={name}
      aria-pressed={on}
      tabIndex={-1}
      // The selection in the text stays while the button is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => act()}
    >
      <Icon size={18} stroke={1.75} className={flips ? classes.flips : undefined} aria-hidden />
    </button>
  );
}
