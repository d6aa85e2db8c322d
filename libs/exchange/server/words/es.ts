import type { en } from './en.js';

export const es: typeof en = {
  reader: 'Quien lee',
  suggestion: 'Sugerencia {{number}}',
  deleted: 'Este comentario se eliminó.',
  'outcome.taken': 'Recogido',
  'outcome.taken_in_part': 'Recogido en parte',
  'outcome.not_taken': 'No recogido',
  'outcome.noted': 'Tomado en nota',
  gone: 'Sobre «{{words}}», que ya no está en el texto:',
  suggested: 'Sugerencia:',
  replace: 'En lugar de «{{out}}»: «{{into}}»',
  delete: 'Eliminar «{{out}}»',
  insert: 'Añadir «{{into}}»',
  paragraph: 'Párrafo nuevo: «{{into}}»',
  removed: 'Eliminar el párrafo «{{words}}»',
  joined: 'Unir «{{words}}» al párrafo anterior',
  moved: 'Llevar el párrafo «{{words}}» a otro lugar',
  attribute: 'Presentar de otro modo el párrafo «{{words}}»',
  format: 'Dar otro formato a «{{words}}»',
  note: 'Otro texto para una nota: «{{into}}»',
};
