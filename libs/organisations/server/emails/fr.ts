import type { en } from './en.js';

export const fr: typeof en = {
  'mandate-vote.subject': '{{person}} peut voter pour {{organisation}}',
  'mandate-vote.line':
    '{{person}} a reçu le mandat de voter pour {{organisation}}. Si c’est une erreur, mettez-y fin sur la page de l’organisation.',
  'mandate-vote.action': 'Voir l’organisation',
  'mandate-sign.subject': '{{person}} peut signer pour {{organisation}}',
  'mandate-sign.line':
    '{{person}} a reçu le mandat de signer pour {{organisation}}. Si c’est une erreur, mettez-y fin sur la page de l’organisation.',
  'mandate-sign.action': 'Voir l’organisation',
  'mandate-alternate-vote.subject': '{{person}} est suppléant·e de {{organisation}} pour les votes',
  'mandate-alternate-vote.line':
    '{{person}} peut voter pour {{organisation}} quand aucune personne mandatée n’est présente. Si c’est une erreur, mettez-y fin sur la page de l’organisation.',
  'mandate-alternate-vote.action': 'Voir l’organisation',
  'mandate-alternate-sign.subject': '{{person}} est suppléant·e de {{organisation}} pour signer',
  'mandate-alternate-sign.line':
    '{{person}} peut signer pour {{organisation}} quand aucune personne mandatée n’est présente. Si c’est une erreur, mettez-y fin sur la page de l’organisation.',
  'mandate-alternate-sign.action': 'Voir l’organisation',
  'mandate-ended-vote.subject': '{{person}} ne vote plus pour {{organisation}}',
  'mandate-ended-vote.line': 'Le mandat de {{person}} pour voter au nom de {{organisation}} a pris fin.',
  'mandate-ended-vote.action': 'Voir l’organisation',
  'mandate-ended-sign.subject': '{{person}} ne signe plus pour {{organisation}}',
  'mandate-ended-sign.line': 'Le mandat de {{person}} pour signer au nom de {{organisation}} a pris fin.',
  'mandate-ended-sign.action': 'Voir l’organisation',
  'mandate-one-ended-vote-holds.subject': 'Un mandat de {{person}} pour {{organisation}} a pris fin',
  'mandate-one-ended-vote-holds.line':
    'L’un des mandats de {{person}} pour voter au nom de {{organisation}} a pris fin. Un autre reste valable : {{person}} vote toujours pour elle.',
  'mandate-one-ended-vote-holds.action': 'Voir l’organisation',
  'mandate-one-ended-vote-alternate.subject':
    '{{person}} ne vote plus pour {{organisation}} qu’en suppléance',
  'mandate-one-ended-vote-alternate.line':
    'Un mandat de {{person}} pour voter au nom de {{organisation}} a pris fin. En suppléance, {{person}} vote encore pour elle quand aucune personne mandatée n’est présente.',
  'mandate-one-ended-vote-alternate.action': 'Voir l’organisation',
  'mandate-one-ended-vote-ahead.subject': 'Un mandat de {{person}} pour {{organisation}} a pris fin',
  'mandate-one-ended-vote-ahead.line':
    'Un mandat de {{person}} pour voter au nom de {{organisation}} a pris fin. Un autre commence plus tard ; d’ici là, {{person}} ne vote pas pour elle.',
  'mandate-one-ended-vote-ahead.action': 'Voir l’organisation',
  'mandate-one-ended-sign-holds.subject': 'Un mandat de {{person}} pour {{organisation}} a pris fin',
  'mandate-one-ended-sign-holds.line':
    'L’un des mandats de {{person}} pour signer au nom de {{organisation}} a pris fin. Un autre reste valable : {{person}} signe toujours pour elle.',
  'mandate-one-ended-sign-holds.action': 'Voir l’organisation',
  'mandate-one-ended-sign-alternate.subject':
    '{{person}} ne signe plus pour {{organisation}} qu’en suppléance',
  'mandate-one-ended-sign-alternate.line':
    'Un mandat de {{person}} pour signer au nom de {{organisation}} a pris fin. En suppléance, {{person}} signe encore pour elle quand aucune personne mandatée n’est présente.',
  'mandate-one-ended-sign-alternate.action': 'Voir l’organisation',
  'mandate-one-ended-sign-ahead.subject': 'Un mandat de {{person}} pour {{organisation}} a pris fin',
  'mandate-one-ended-sign-ahead.line':
    'Un mandat de {{person}} pour signer au nom de {{organisation}} a pris fin. Un autre commence plus tard ; d’ici là, {{person}} ne signe pas pour elle.',
  'mandate-one-ended-sign-ahead.action': 'Voir l’organisation',
  'state-suspended.subject': '{{organisation}} est suspendue dans {{coalition}}',
  'state-suspended.line':
    '{{by}}, qui coordonne {{coalition}}, a suspendu {{organisation}}. Jusqu’à la fin de la suspension, personne ne parle, n’écrit ni ne signe pour elle. Ce qu’elle a fait reste consigné, et ses membres gardent leurs comptes.',
  'state-suspended.line.1': 'La raison donnée : {{reason}}',
  'state-suspended.action': 'Voir l’organisation',
  'state-suspended.after': 'Pour toute question, adressez-vous à la coordination de la coalition.',
  'state-left.subject': '{{organisation}} a quitté {{coalition}}',
  'state-left.line':
    '{{by}}, qui coordonne {{coalition}}, a consigné le départ de {{organisation}}. Plus personne ne parle, n’écrit ni ne signe pour elle. Ce qu’elle a fait reste consigné, et ses membres gardent leurs comptes.',
  'state-left.line.1': 'La raison donnée : {{reason}}',
  'state-left.action': 'Voir l’organisation',
  'state-left.after': 'Si c’est une erreur, prévenez la coordination de la coalition.',
  'state-reinstated.subject': 'La suspension de {{organisation}} a pris fin',
  'state-reinstated.line':
    '{{by}}, qui coordonne {{coalition}}, a mis fin à la suspension de {{organisation}}. Ses membres parlent, écrivent et signent de nouveau pour elle.',
  'state-reinstated.line.1': 'La raison donnée : {{reason}}',
  'state-reinstated.action': 'Voir l’organisation',
  'state-returned.subject': '{{organisation}} est de retour dans {{coalition}}',
  'state-returned.line':
    '{{by}}, qui coordonne {{coalition}}, a accepté de nouveau {{organisation}}. Ses membres parlent, écrivent et signent pour elle.',
  'state-returned.line.1': 'La raison donnée : {{reason}}',
  'state-returned.action': 'Voir l’organisation',
  'merged.subject': '{{organisation}} continue en tant que {{into}}',
  'merged.line':
    '{{by}}, qui coordonne {{coalition}}, a fusionné la fiche de {{organisation}} avec {{into}}. Ses membres et ses mandats s’y trouvent désormais ; ce qu’elle a fait reste consigné sous son nom.',
  'merged.line.1': 'La raison donnée : {{reason}}',
  'merged.action': 'Voir l’organisation',
  'merged.after': 'Si c’est une erreur, prévenez la coordination de la coalition.',
  'member-joined.subject': '{{person}} agit désormais pour {{organisation}}',
  'member-joined.line':
    '{{person}} a accepté une invitation et agit pour {{organisation}}. Son rôle : {{role}}. Si c’est une erreur, changez-le sur la page de l’organisation.',
  'member-joined.action': 'Voir l’organisation',
  'member-changed.subject': '{{person}} a un autre rôle dans {{organisation}}',
  'member-changed.line':
    '{{by}} a changé le rôle de {{person}} dans {{organisation}} : {{role}}. Si c’est une erreur, changez-le sur la page de l’organisation.',
  'member-changed.action': 'Voir l’organisation',
  'member-removed.subject': '{{person}} n’agit plus pour {{organisation}}',
  'member-removed.line':
    '{{by}} a retiré {{person}} de {{organisation}}. Ce que cette personne a écrit reste, avec son nom.',
  'member-removed.action': 'Voir l’organisation',
  'member-left.subject': '{{person}} a quitté {{organisation}}',
  'member-left.line':
    '{{person}} n’agit plus pour {{organisation}}. Ce que cette personne a écrit reste, avec son nom.',
  'member-left.action': 'Voir l’organisation',
  'you-changed.subject': 'Votre rôle dans {{organisation}} a changé',
  'you-changed.line': '{{by}} a changé votre rôle dans {{organisation}} : {{role}}.',
  'you-changed.action': 'Voir l’organisation',
  'you-changed.after': 'Si vous ne savez pas pourquoi, demandez aux points focaux de l’organisation.',
  'you-removed.subject': 'Vous n’agissez plus pour {{organisation}}',
  'you-removed.line':
    '{{by}} vous a retiré·e de {{organisation}}. Ce que vous avez écrit reste sous votre nom, et vous gardez votre compte.',
  'you-removed.after':
    'Si vous ne savez pas pourquoi, demandez aux points focaux de l’organisation ou à la coordination de la coalition.',
  'operator-help.subject': '{{person}} : accès refait par l’administration',
  'operator-help.line':
    'La personne qui gère cette installation de Plenary a retiré le second facteur de {{person}}, qui coordonne, et fait un lien pour choisir un nouveau mot de passe. Si vous ne savez pas pourquoi, demandez tout de suite à {{person}} et à l’administration.',
};
