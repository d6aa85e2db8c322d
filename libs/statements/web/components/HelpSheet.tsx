import { Dialog } from '@plenary/ground/web';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { Fill } from '../slots/Fill';
import { StatementSlots } from '../slots/statement-slots';
import { Titled } from '../slots/Titled';
import { writing } from '../writing';
import { namedKeys } from './named-keys';
import classes from './HelpSheet.module.css';

const keys = [
  ['act.bold', 'Mod+B'],
  ['act.italic', 'Mod+I'],
  ['act.link', 'Mod+K'],
  ['act.footnote', 'Mod+Alt+F'],
  ['style.text', 'Mod+Alt+0'],
  ['style.heading-1', 'Mod+Alt+1'],
  ['style.heading-2', 'Mod+Alt+2'],
  ['style.heading-3', 'Mod+Alt+3'],
  ['style.numbered', 'Mod+Shift+7'],
  ['style.bullet', 'Mod+Shift+8'],
  ['style.quote', 'Mod+Shift+9'],
  ['help.deeper', 'Tab'],
  ['help.shallower', 'Shift+Tab'],
  ['help.leave', 'Escape+Tab'],
  ['act.move-up', 'Alt+Shift+↑'],
  ['act.move-down', 'Alt+Shift+↓'],
  ['kind.preambular', 'Mod+Alt+P'],
  ['kind.operative', 'Mod+Alt+O'],
  ['kind.plain', 'Mod+Alt+N'],
  ['help.undo', 'Mod+Z'],
  ['act.redo', 'Mod+Shift+Z'],
  ['act.find', 'Mod+F'],
  ['act.help', 'Mod+/'],
] as const;

/** What the keyboard can do. */
export function HelpSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(writing);
  const fillings = useContext(StatementSlots);
  const added = fillings.flatMap((filling) => filling.keys ?? []);
  return (
    <Dialog title={t('help.title')} opened={opened} onClose={onClose}>
      <dl className={classes.keys}>
        {keys.map(([name, combination]) => (
          <Row key={name} name={t(name)} combination={combination} />
        ))}
        {added.map(([title, combination]) => (
          <Fill key={title}>
            <Titled title={title}>{(name) => <Row name={name} combination={combination} />}</Titled>
          </Fill>
        ))}
      </dl>
    </Dialog>
  );
}

function Row({ name, combination }: { name: string; combination: string }) {
  return (
    <div className={classes.row}>
      <dt>{name}</dt>
      <dd dir="ltr">
        {namedKeys(combination)
          .split('+')
          .map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
      </dd>
    </div>
  );
}
