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
    'La coordination de {{coalition}} vous a créé un compte. Choisissez un mot de passe sous 14 jours. Ensuite, demandez un nouveau courriel sur la page de connexion.',
  'welcome.action': 'Choisir un mot de passe',
  'factor-added-authenticator.subject': 'Un second facteur a été ajouté',
  'factor-added-authenticator.line':
    'Une application qui affiche des codes a été ajoutée à votre compte Plenary. Désormais, vous vous connectez avec votre mot de passe et un code. Si ce n’était pas vous, demandez aussitôt un nouveau mot de passe et prévenez la coordination.',
  'factor-added-authenticator.action': 'Voir votre compte',
  'factor-added-passkey.subject': 'Une clé d’accès a été ajoutée',
  'factor-added-passkey.line':
    'Une clé d’accès a été ajoutée à votre compte Plenary. Elle permet de se connecter sans mot de passe. Si ce n’était pas vous, demandez aussitôt un nouveau mot de passe et prévenez la coordination.',
  'factor-added-passkey.action': 'Voir votre compte',
  'factor-removed-authenticator.subject': 'Votre second facteur a été retiré',
  'factor-removed-authenticator.line':
    'L’application qui affiche des codes a été retirée de votre compte Plenary. Si ce n’était pas vous, demandez aussitôt un nouveau mot de passe et prévenez la coordination.',
  'factor-removed-authenticator.action': 'Voir votre compte',
  'factor-removed-passkey.subject': 'Une clé d’accès a été retirée',
  'factor-removed-passkey.line':
    'Une clé d’accès a été retirée de votre compte Plenary. Si ce n’était pas vous, demandez aussitôt un nouveau mot de passe et prévenez la coordination.',
  'factor-removed-passkey.action': 'Voir votre compte',
  'recovery-begun.subject': 'Quelqu’un dit que vous avez perdu votre appareil',
  'recovery-begun.line':
    'Une personne de votre coalition dit que vous avez perdu l’appareil avec lequel vous vous connectez. Quand une deuxième personne sera d’accord, votre second facteur sera retiré deux jours plus tard. Si vous ne l’avez pas perdu, arrêtez cela ici.',
  'recovery-begun.action': 'Arrêter',
  'recovery-confirmed.subject': 'Dans deux jours, votre second facteur sera retiré',
  'recovery-confirmed.line':
    'Deux personnes de votre coalition disent que vous avez perdu l’appareil avec lequel vous vous connectez. Dans deux jours, vous pourrez vous connecter avec votre seul mot de passe et en configurer un nouveau. Si vous ne l’avez pas perdu, arrêtez cela ici.',
  'recovery-confirmed.action': 'Arrêter',
  'recovery-operator.subject': 'Votre connexion a été réinitialisée',
  'recovery-operator.line':
    'La personne qui gère cette installation de Plenary a retiré votre second facteur, fermé toutes vos sessions et fait un lien pour choisir un nouveau mot de passe. Si vous ne l’avez pas demandé, prévenez tout de suite les autres personnes qui coordonnent.',
  'outside-removed.subject': 'Un moyen de connexion a été retiré',
  'outside-removed.line':
    'On ne peut plus entrer dans votre compte Plenary par un autre fournisseur. Si ce n’était pas vous, demandez aussitôt un nouveau mot de passe et prévenez la coordination.',
  'outside-removed.action': 'Voir votre compte',
  'key-made.subject': 'Une clé pour programmes a été faite',
  'key-made.line':
    'Une clé nommée « {{name}} » a été faite pour votre compte Plenary. Qui la possède peut ce que vous pouvez, sans mot de passe. Si ce n’était pas vous, mettez-y fin sur la page de votre compte et changez votre mot de passe.',
  'key-made.action': 'Voir vos clés',
  'codes-guessed.subject': 'Quelqu’un a peut-être votre mot de passe',
  'codes-guessed.line':
    'Quelqu’un a passé votre mot de passe chez Plenary et essayé plusieurs codes faux. Votre second facteur l’a arrêté. Si ce n’était pas vous, choisissez maintenant un nouveau mot de passe.',
  'codes-guessed.action': 'Choisir un nouveau mot de passe',
  'recovery-lapsed.subject': 'L’aide pour un appareil perdu a pris fin',
  'recovery-lapsed.line':
    'Quelqu’un a dit que vous aviez perdu l’appareil avec lequel vous vous connectez. Cela n’a pas abouti à temps. Votre second facteur est comme avant. Si vous avez encore besoin d’aide, demandez-la de nouveau.',
  'outside-linked.subject': 'Une nouvelle façon de se connecter',
  'outside-linked.line':
    'Votre compte Plenary est désormais accessible par {{provider}}. Si ce n’était pas vous, prévenez aussitôt la coordination.',
  'outside-linked.action': 'Voir votre compte',
  'left.subject': 'Vous avez quitté Plenary',
  'left.line':
    'Votre compte est fermé et vos données personnelles sont effacées. Ce que vous avez écrit pour la coalition reste, sans votre nom. C’est le dernier courriel à cette adresse.',
  'former-member': 'Ancien membre',
};
