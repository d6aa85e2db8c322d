import type { en } from './en.js';

export const fr: typeof en = {
  'invited.subject': '{{coalition}} : invitation à agir pour {{organisation}}',
  'invited.line':
    'Vous êtes invité·e à participer à {{coalition}} pour {{organisation}}. La coalition y rédige, discute et adopte ses déclarations communes.',
  'invited.action': 'Accepter l’invitation',
  'invited.after':
    'L’invitation est pour cette adresse et sert une fois. Si vous ne savez pas de quoi il s’agit, ne faites rien.',
  'invited-coalition.subject': 'Invitation à {{coalition}}',
  'invited-coalition.line':
    'Vous êtes invité·e à participer à {{coalition}}, où une coalition d’organisations rédige, discute et adopte ses déclarations communes.',
  'invited-coalition.action': 'Accepter l’invitation',
  'invited-coalition.after':
    'L’invitation est pour cette adresse et sert une fois. Si vous ne savez pas de quoi il s’agit, ne faites rien.',
  'joining.subject': 'Confirmez votre adresse pour rejoindre {{coalition}}',
  'joining.line':
    'Quelqu’un, vous sans doute, veut rejoindre {{coalition}} avec cette adresse. Confirmez-la dans la journée, puis connectez-vous avec le mot de passe choisi.',
  'joining.action': 'Confirmer et rejoindre',
  'joining.after': 'Si ce n’est pas vous, ne faites rien : aucun compte n’est créé.',
  'joining-known.subject': 'Vous avez déjà un compte chez {{coalition}}',
  'joining-known.line':
    'Quelqu’un, vous sans doute, veut rejoindre {{coalition}} avec cette adresse, qui a déjà un compte. Rouvrez l’invitation et connectez-vous pour l’accepter.',
  'joining-known.action': 'Ouvrir l’invitation',
  'apply.subject': 'Confirmez la candidature de {{organisation}}',
  'apply.line':
    'Quelqu’un, vous sans doute, demande que {{organisation}} rejoigne {{coalition}}. Confirmez cette adresse sous trois jours ; la candidature n’est examinée qu’ensuite.',
  'apply.action': 'Confirmer la candidature',
  'apply.after': 'Si ce n’est pas vous, ne faites rien : la candidature est oubliée.',
  'apply-refused.subject': 'La candidature de {{organisation}}',
  'apply-refused.line': '{{coalition}} a examiné la candidature de {{organisation}} et ne l’a pas retenue.',
  'apply-refused.line.1': '{{reason}}',
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
  'look.subject': '{{person}} a vu Plenary comme vous',
  'look.line':
    '{{person}}, qui coordonne la coalition, voit pendant une demi-heure au plus ce que vous voyez dans Plenary : les organisations, les groupes et les textes qui vous sont ouverts. Cette personne ne peut rien changer et ne voit ni votre adresse, ni vos appareils, ni votre compte.',
  'look.line.1': 'Le motif indiqué : {{reason}}',
  'look.after':
    'Si vous ne savez pas pourquoi, demandez-le-lui. C’est aussi consigné pour les autres personnes qui coordonnent.',
};
