import { oneLine } from '@plenary/ground/kernel';
import { endings } from './kinds.js';

/** Signs of a name: disks take 255 bytes, which is 63 of the widest. */
const longest = 60;

/** What not every disk takes in a name, or what would make a way out of a folder. */
const notInNames = /[\\/:*?"<>|]/g;

/**
 * The name under which a file is offered for saving. It ends as its content does, whatever its sender called it, so that
 * no program is chosen by a name that says something else.
 */
export function fileName(given: string, type: string): string {
  const known = endings[type];
  const clean = oneLine(given.normalize('NFC').replace(notInNames, ' ')).replace(/^[. ]+|[. ]+$/g, '');
  const dot = clean.lastIndexOf('.');
  const ending = clean.slice(dot + 1).toLowerCase();
  const isMeant = dot > 0 && (known?.includes(ending) ?? false);
  const stem = [...(isMeant ? clean.slice(0, dot) : clean)].slice(0, longest).join('').trim();
  return `${stem || 'file'}.${isMeant ? ending : (known?.[0] ?? 'bin')}`;
}
