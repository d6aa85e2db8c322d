import type { en } from './en.js';

export const es: typeof en = {
  'look.subject': '{{person}} ve Plenary como usted',
  'look.line':
    '{{person}}, que coordina la coalición, ve durante media hora como máximo lo que usted ve en Plenary: las organizaciones, los grupos y los textos que le están abiertos. No puede cambiar nada, y no ve su dirección, sus dispositivos ni su cuenta.',
  'look.line.1': 'El motivo que dio: {{reason}}',
  'look.after':
    'Si no sabe por qué, pregúntele. También queda registrado para las demás personas que coordinan.',
};
