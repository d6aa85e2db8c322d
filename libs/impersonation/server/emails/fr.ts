import type { en } from './en.js';

export const fr: typeof en = {
  'look.subject': '{{person}} voit Plenary comme vous',
  'look.line':
    '{{person}}, qui coordonne la coalition, voit pendant une demi-heure au plus ce que vous voyez dans Plenary : les organisations, les groupes et les textes qui vous sont ouverts. Cette personne ne peut rien changer et ne voit ni votre adresse, ni vos appareils, ni votre compte.',
  'look.line.1': 'Le motif indiqué : {{reason}}',
  'look.after':
    'Si vous ne savez pas pourquoi, demandez-le-lui. C’est aussi consigné pour les autres personnes qui coordonnent.',
};
