import type { en } from './en.js';

export const fr: typeof en = {
  reader: 'Lecteur ou lectrice',
  suggestion: 'Suggestion {{number}}',
  deleted: 'Ce commentaire a été supprimé.',
  'outcome.taken': 'Retenu',
  'outcome.taken_in_part': 'Retenu en partie',
  'outcome.not_taken': 'Non retenu',
  'outcome.noted': 'Pris en note',
  gone: 'À propos de « {{words}} », qui n’est plus dans le texte :',
  suggested: 'Suggestion :',
  replace: 'Au lieu de « {{out}} » : « {{into}} »',
  delete: 'Supprimer « {{out}} »',
  insert: 'Ajouter « {{into}} »',
  paragraph: 'Nouveau paragraphe : « {{into}} »',
  removed: 'Supprimer le paragraphe « {{words}} »',
  joined: 'Joindre « {{words}} » au paragraphe précédent',
  moved: 'Déplacer le paragraphe « {{words}} »',
  attribute: 'Présenter autrement le paragraphe « {{words}} »',
  format: 'Mettre « {{words}} » en forme autrement',
  note: 'Autre texte pour une note : « {{into}} »',
};
