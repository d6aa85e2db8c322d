import { oneLine } from '@plenary/ground/kernel';
import { failTask } from './tasks.errors.js';
import { taskLimits } from './vocabulary.js';

/** TSK-1: one line that says something. */
export function checkedTitle(typed: string): string {
  const title = oneLine(typed.normalize('NFC'));
  return title === '' ? failTask('task.title-empty') : title;
}

/** TSK-1: may be left empty. */
export const checkedNotes = (typed: string): string => {
  const notes = typed.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  const { notesLength: maximum } = taskLimits;
  return notes.length > maximum ? failTask('task.notes-too-long', { length: notes.length, maximum }) : notes;
};
