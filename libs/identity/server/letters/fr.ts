import type { en } from './en.js';

export const fr: typeof en = {
  'reset.subject': 'Choisissez un nouveau mot de passe',
  'reset.line':
    'Quelqu’un a demandé un nouveau mot de passe pour votre compte Plenary. Si c’est vous, choisissez-le ici dans les deux heures.',
  'reset.action': 'Choisir un nouveau mot de passe',
  'reset.after': 'Si ce n’est pas vous, ne faites rien : votre mot de passe reste le même.',
  'changed.subject': 'Votre mot de passe a été changé',
  'changed.line':
    'Le mot de passe de votre compte Plenary a été changé et vos autres sessions ont été fermées. Si ce n’est pas vous, demandez aussitôt un nouveau mot de passe et prévenez la coordination.',
  'changed.action': 'Demander un nouveau mot de passe',
  'address-old.subject': 'Votre adresse va changer',
  'address-old.line':
    'Quelqu’un de connecté à votre compte Plenary veut en changer l’adresse pour {{email}}. Confirmez ici si c’est vous ; la nouvelle adresse doit confirmer aussi.',
  'address-old.action': 'Confirmer le changement',
  'address-old.after': 'Si ce n’est pas vous, ne confirmez pas et changez aussitôt votre mot de passe.',
  'address-new.subject': 'Confirmez votre nouvelle adresse',
  'address-new.line':
    'Cette adresse va devenir celle d’un compte Plenary. Confirmez-la ici dans la journée ; l’adresse actuelle doit confirmer aussi.',
  'address-new.action': 'Confirmer cette adresse',
  'address-new.after': 'Si vous ne savez pas de quoi il s’agit, ne faites rien.',
  'address-taken.subject': 'Cette adresse a déjà un compte',
  'address-taken.line':
    'Quelqu’un a voulu utiliser cette adresse pour un autre compte Plenary. Elle appartient déjà au vôtre ; rien n’a été changé.',
  'new-device.subject': 'Une nouvelle connexion à votre compte',
  'new-device.line':
    'Quelqu’un s’est connecté à votre compte Plenary avec {{device}}. Si c’est vous, il n’y a rien à faire. Sinon, fermez cette session sur la page de votre compte et changez de mot de passe.',
  'new-device.action': 'Voir où vous êtes connecté·e',
  'welcome.subject': 'Votre compte chez {{coalition}}',
  'welcome.line':
    'La coordination de {{coalition}} vous a créé un compte. Choisissez un mot de passe sous 14 jours ; ensuite, demandez une nouvelle lettre à la connexion.',
  'welcome.action': 'Choisir un mot de passe',
};
