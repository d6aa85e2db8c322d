import { oneLine } from '@plenary/ground/kernel';
import type { ExportFormat } from './formats.js';

/** What not every disk takes in a name, or what would lead out of a folder; a link or a script is none of it either. */
const notInNames = /[\\/:*?"<>|#%{}$!'`~^&;=+@\u0000-\u001f\u007f]/g;
/** Names that one system keeps for its devices, whatever their ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** Disks take 255 bytes; a character has four at most. */
const longest = 60;

/** EXC-8: the name of a file that is made of a statement: its title, as every disk takes it. */
export function exportFileName(title: string, format: ExportFormat): string {
  const clean = oneLine(title.normalize('NFC').replace(notInNames, ' ')).replace(/^[. -]+|[. ]+$/g, '');
  const stem = [...clean]
    .slice(0, longest)
    .join('')
    .replace(/[. ]+$/, '');
  return `${stem === '' || devices.test(stem) ? 'statement' : stem}.${format}`;
}
