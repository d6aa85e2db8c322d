import type { Outcome, SourceByHand, ThreadAudience } from '@plenary/comments/domain';

/** One comment of the invented debate, by given name. `{Given}` in a text mentions that person. */
export interface SeedComment {
  readonly by: string;
  readonly text: string;
  readonly language?: string;
  readonly enteredFor?: { readonly name: string; readonly organisation: string | null; readonly source: SourceByHand };
  readonly translation?: { readonly by: string; readonly language: string; readonly text: string };
}

/** A thread on words of the Forum statement, on the paragraph that holds them, or on the statement as a whole. */
export interface SeedThread {
  /** Short and stable: ids are made from it. */
  readonly key: string;
  readonly on: { readonly passage: string } | { readonly paragraph: string } | null;
  readonly audience?: ThreadAudience;
  readonly comments: readonly SeedComment[];
  readonly outcome?: { readonly by: string; readonly outcome: Outcome; readonly note: string };
}

/** What invented people say of the Forum statement. None of it was said by anybody. */
export const seedDebate: readonly SeedThread[] = [
  {
    key: 'illusion',
    on: { passage: 'more akin to an illusion' },
    comments: [
      {
        by: 'Sunita',
        text: '“Illusion” will be quoted against us by those who want to leave the Compact. Could we say that its promises are not kept?',
      },
      { by: 'Joana', text: 'I would keep it. It is what our members say when we ask them.' },
      {
        by: 'Chiara',
        text: 'We can have both: the promises that were not kept, and the word as a quotation from members. {Sunita}, would that do?',
      },
      { by: 'Sunita', text: 'Yes, thank you.' },
    ],
    outcome: {
      by: 'Chiara',
      outcome: 'taken_in_part',
      note: 'The next draft names the promises that were not kept, and keeps the word as a quotation.',
    },
  },
  {
    key: 'detained',
    on: { passage: 'people being detained and disappeared from their families and communities' },
    comments: [
      {
        by: 'Rosa Elena',
        language: 'es',
        text: 'Falta decir que muchas son madres detenidas delante de sus hijas e hijos. Propongo nombrarlas aquí.',
        translation: {
          by: 'Nerea',
          language: 'en',
          text: 'What is missing is that many are mothers who are detained in front of their children. I propose to name them here.',
        },
      },
      { by: 'Luzviminda', text: 'We support this. Seafarers are detained in ports, too, and nobody counts them.' },
    ],
  },
  {
    key: 'borders',
    on: { passage: 'borders being externalised to shirk international law' },
    comments: [
      {
        by: 'Mariam',
        language: 'ar',
        text: 'نقترح أن نضيف هنا عمليات الإعادة القسرية في البحر المتوسط، فهي تجري كل أسبوع ولا يُحاسَب عليها أحد.',
        translation: {
          by: 'Layla',
          language: 'en',
          text: 'We propose to add the forced returns in the Mediterranean here. They happen every week, and nobody is held to account.',
        },
      },
      { by: 'Nerea', text: 'Our crews can give figures for the last two years, with sources.' },
    ],
  },
  {
    key: 'review-forum',
    on: { passage: 'firstly to the next International Migration Review Forum (IMRF) in 2026' },
    comments: [
      { by: 'Marijke', text: 'The Review Forum is in May. Let us say so, since everything that we plan hangs on it.' },
      { by: 'Yonas', text: 'Agreed.' },
    ],
    outcome: { by: 'Meenakshi', outcome: 'taken', note: 'The month is in the next draft.' },
  },
  {
    key: 'timeline',
    on: { paragraph: 'Long-term (5-10 years)' },
    comments: [
      {
        by: 'Jomar',
        text: 'Ten years are a long time for people who are deported tomorrow. We need steps for the first year, with who does what.',
      },
      { by: 'Mateo', text: 'I have put this on the list for the assembly. {Jomar}, will you present it?' },
    ],
  },
  {
    key: 'tone',
    on: { passage: 'We have worked hard to be in a room that now has no weight' },
    audience: 'penholders',
    comments: [
      {
        by: 'Meenakshi',
        text: 'For those who write: two governments that paid for our travel will read this line first. Do we want it at the top or further down?',
      },
      { by: 'Guadalupe', text: 'Further down, and unchanged.' },
    ],
  },
  {
    key: 'by-phone',
    on: { passage: 'violent attacks across the world' },
    comments: [
      {
        by: 'Amara',
        text: 'They ask that attacks on fishing boats are named, which their people meet at sea. They have no network for the rest of the week.',
        enteredFor: { name: 'Lagi Penitusi', organisation: 'pandanus', source: 'phone' },
      },
    ],
  },
  {
    key: 'inside',
    on: null,
    audience: 'organisation',
    comments: [
      { by: 'Moussa', text: 'Before we answer for the network: does our board agree to the second paragraph?' },
      { by: 'Fatou', text: 'They meet on Thursday. I shall write here what they say.' },
    ],
  },
  {
    key: 'length',
    on: null,
    comments: [
      {
        by: 'Mateo',
        text: 'From a meeting of observers: the text is twice as long as what delegates read. Could the second half become an annex?',
        enteredFor: { name: 'Observers’ meeting', organisation: null, source: 'meeting' },
      },
    ],
  },
];
