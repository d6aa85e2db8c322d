import type { en } from './en.js';

export const fr: typeof en = {
  'invited.subject': '{{coalition}} : invitation à agir pour {{organisation}}',
  'invited.line':
    '{{by}} vous invite à participer à {{coalition}} pour {{organisation}}. La coalition y rédige, discute et adopte ses déclarations communes.',
  'invited.action': 'Accepter l’invitation',
  'invited.after':
    'L’invitation est pour cette adresse, sert une fois et vaut jusqu’au {{until}}. Si vous ne savez pas de quoi il s’agit, ne faites rien.',
  'invited-coalition.subject': 'Invitation à {{coalition}}',
  'invited-coalition.line':
    '{{by}} vous invite à participer à {{coalition}}, où une coalition d’organisations rédige, discute et adopte ses déclarations communes.',
  'invited-coalition.action': 'Accepter l’invitation',
  'invited-coalition.after':
    'L’invitation est pour cette adresse, sert une fois et vaut jusqu’au {{until}}. Si vous ne savez pas de quoi il s’agit, ne faites rien.',
  'joining.subject': 'Confirmez votre adresse pour rejoindre {{coalition}}',
  'joining.line':
    'Quelqu’un, vous sans doute, veut rejoindre {{coalition}} avec cette adresse. Confirmez-la dans la journée, puis connectez-vous avec le mot de passe choisi.',
  'joining.action': 'Confirmer et rejoindre',
  'joining.after': 'Si ce n’est pas vous, ne faites rien : aucun compte n’est créé.',
  'joining-known.subject': 'Vous avez déjà un compte chez {{coalition}}',
  'joining-known.line':
    'Quelqu’un, vous sans doute, veut rejoindre {{coalition}} avec cette adresse, qui a déjà un compte. Rouvrez l’invitation et connectez-vous pour l’accepter.',
  'joining-known.action': 'Ouvrir l’invitation',
  'apply.subject': 'Confirmez votre candidature à {{coalition}}',
  'apply.line':
    'Quelqu’un, vous sans doute, demande que {{organisation}} rejoigne {{coalition}}. Confirmez cette adresse sous trois jours ; la candidature n’est examinée qu’ensuite.',
  'apply.action': 'Confirmer la candidature',
  'apply.after': 'Si ce n’est pas vous, ne faites rien : la candidature est oubliée.',
  'apply-accepted.subject': '{{coalition}} a accepté {{organisation}}',
  'apply-accepted.line':
    '{{coalition}} a examiné la candidature de {{organisation}} et l’a acceptée. {{by}} vous invite à en être le point focal : c’est vous qui direz qui d’autre agit pour elle.',
  'apply-accepted.action': 'Accepter l’invitation',
  'apply-accepted.after': 'L’invitation est pour cette adresse, sert une fois et vaut jusqu’au {{until}}.',
  'apply-refused.subject': 'La candidature de {{organisation}}',
  'apply-refused.line': '{{coalition}} a examiné la candidature de {{organisation}} et ne l’a pas acceptée.',
  'apply-refused.line.1': '{{reason}}',
  'application.subject': '{{organisation}} demande à rejoindre {{coalition}}',
  'application.line':
    '{{person}} a confirmé une candidature pour {{organisation}}. Elle attend d’être examinée.',
  'application.action': 'Voir les candidatures',
};
