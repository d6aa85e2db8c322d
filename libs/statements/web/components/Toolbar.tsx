import { ActionIcon, Menu, NativeSelect, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowsVertical,
  IconArrowUp,
  IconBold,
  IconItalic,
  IconKeyboard,
  IconLink,
  IconList,
  IconListNumbers,
  IconSearch,
  IconSuperscript,
  IconTextDirectionLtr,
  IconTextDirectionRtl,
} from '@tabler/icons-react';
import type { Command } from '@tiptap/pm/state';
import { useEditorState, type Editor } from '@tiptap/react';
import { StatementSlots, type InStatement } from '../slots/statement-slots';
import { Fill } from '../slots/Fill';
import { paragraphKinds, type ParagraphKind, type ParagraphStyle } from '@plenary/statements/domain';
import { useContext, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { setDirection, setKind, setStyle } from '../editor/commands';
import classes from './Toolbar.module.css';

interface Props extends InStatement {
  writable: boolean;
  onLink: () => void;
  onFootnote: () => void;
  onFind: () => void;
  onHelp: () => void;
}

const styles = ['text', 'heading-1', 'heading-2', 'heading-3', 'quote', 'bullet', 'numbered'] as const;

/** What can be done with the selected words and paragraphs. */
export function Toolbar({ statement, editor, writable, onLink, onFootnote, onFind, onHelp }: Props) {
  const { t } = useTranslation('statements');
  const now = useEditorState({
    editor,
    selector: ({ editor: current }) => {
      const { style, level, kind } = current.state.selection.$from.parent.attrs as {
        style?: ParagraphStyle;
        level?: number;
        kind?: ParagraphKind;
      };
      return {
        style: style === 'heading' ? `heading-${level}` : (style ?? 'text'),
        kind: kind ?? 'plain',
        bold: current.isActive('bold'),
        italic: current.isActive('italic'),
        link: current.isActive('link'),
      };
    },
  });
  const run = (command: Command) => {
    command(editor.state, editor.view.dispatch, editor.view);
    editor.view.focus();
  };
  const pick = (value: string) => {
    const [style, level] = value.split('-') as [ParagraphStyle, string?];
    if (value !== now.style) run(setStyle(style, Number(level ?? 1)));
  };
  return (
    <div className={classes.toolbar} role="group" aria-label={t('toolbar')}>
      {writable && (
        <>
          <NativeSelect
            className={classes.pick}
            aria-label={t('toolbar.style')}
            value={now.style}
            onChange={(event) => pick(event.currentTarget.value)}
            data={styles.map((value) => ({ value, label: t(`style.${value}`) }))}
          />
          <NativeSelect
            className={classes.pick}
            aria-label={t('toolbar.kind')}
            value={now.kind}
            onChange={(event) => run(setKind(event.currentTarget.value as ParagraphKind))}
            data={paragraphKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
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
          <Act name={t('act.link')} icon={IconLink} on={now.link} run={onLink} />
          <Act name={t('act.footnote')} icon={IconSuperscript} run={onFootnote} />
          <Act
            name={t('act.bullet')}
            icon={IconList}
            on={now.style === 'bullet'}
            run={() => run(setStyle('bullet'))}
          />
          <Act
            name={t('act.numbered')}
            icon={IconListNumbers}
            on={now.style === 'numbered'}
            run={() => run(setStyle('numbered'))}
          />
          <ParagraphMenu editor={editor} run={run} />
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
      <Tools statement={statement} editor={editor} writable={writable} />
      <Act name={t('act.find')} icon={IconSearch} run={onFind} />
      <Act name={t('act.help')} icon={IconKeyboard} run={onHelp} />
    </div>
  );
}

/** Those of rooms above. */
function Tools(at: InStatement & { writable: boolean }) {
  const filled = useContext(StatementSlots).filter(({ Tool }) => Tool);
  return filled.map(({ key, Tool }) => <Fill key={key}>{Tool && <Tool {...at} />}</Fill>);
}

/** What is done to whole paragraphs: they move, and run this way or that. */
function ParagraphMenu({ editor, run }: { editor: Editor; run: (command: Command) => void }) {
  const { t } = useTranslation('statements');
  return (
    <Menu position="bottom-start" withinPortal returnFocus={false}>
      <Menu.Target>
        <ActionIcon
          className={classes.act}
          variant="subtle"
          color="gray"
          aria-label={t('act.paragraph')}
          onMouseDown={(event) => event.preventDefault()}
        >
          <IconArrowsVertical size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowUp size={16} aria-hidden />}
          onClick={() => editor.chain().focus().moveParagraphs(-1).run()}
        >
          {t('act.move-up')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={16} aria-hidden />}
          onClick={() => editor.chain().focus().moveParagraphs(1).run()}
        >
          {t('act.move-down')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTextDirectionLtr size={16} aria-hidden />}
          onClick={() => run(setDirection('ltr'))}
        >
          {t('act.ltr')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTextDirectionRtl size={16} aria-hidden />}
          onClick={() => run(setDirection('rtl'))}
        >
          {t('act.rtl')}
        </Menu.Item>
        <Menu.Item onClick={() => run(setDirection('auto'))}>{t('act.auto')}</Menu.Item>
      </Menu.Dropdown>
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

function Act({ name, icon: Icon, run, on, flips }: ActProps) {
  return (
    <Tooltip label={name} openDelay={500}>
      <ActionIcon
        className={classes.act}
        variant={on ? 'light' : 'subtle'}
        color={on ? undefined : 'gray'}
        aria-label={name}
        aria-pressed={on}
        // The selection in the text stays while the button is pressed.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => run()}
      >
        <Icon size={18} stroke={1.75} className={flips ? classes.flips : undefined} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
