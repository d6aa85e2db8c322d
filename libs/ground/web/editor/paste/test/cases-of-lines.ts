import { type Case } from './case.js';

export const casesOfLines: readonly Case[] = [
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'mail-hard-wrapped.txt',
    reads: [
      'text | Dear colleagues,',
      'text | thank you for the letter that you sent us after the meeting in Tunis. We have read it with care, and we agree that nobody should be sent back to a country where they are in danger.',
      'text | We propose three steps:',
      'numbered 0 | a hotline that is answered day and night by people who speak the languages of those who call;',
      'numbered 0 | lawyers in every port:',
      'numbered 1 | at sea,',
      'numbered 1 | on land;',
      'numbered 0 | a fund.',
      'text | Kind regards⏎Amina Sow⏎Harbour Network',
      'quote | Could you tell us what the coalition thinks about the new law, and when it will answer?',
    ],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'mail-flowed.txt',
    reads: [
      'text | We ask the ministers to meet the people of whom they speak before they decide, and to publish what they heard from them in the four languages of the coalition.',
      'text | Amina Sow⏎Harbour Network',
    ],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'pdf-with-hyphens.txt',
    reads: [
      'text | The Special Rapporteur recalls that the human rights of migrants are protected at every border, and that non-governmental organisations have the right to observe. Children are never to be detained because of the migration status of their parents. States that are party to the Convention report on sub-Saharan routes, on laws that are in force and on non-governmental help, on rights-based procedures and on the cross-border funds of the years from 2020-2025, as was agreed.',
      'text | Everybody who arrives at a port or an airport is heard by somebody who understands them, and may be helped by a lawyer.',
    ],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'word-plain-text.txt',
    reads: [
      'text | Our demands',
      'bullet 0 | Safe routes',
      'bullet 1 | by sea',
      'bullet 1 | by land',
      'bullet 0 | Papers for all, in every country and for every child that is born on the way',
      'numbered 0 | Ratify',
      'numbered 0 | Report⏎to the coalition',
    ],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'address.txt',
    reads: ['text | Harbour Network⏎12 Shore Road⏎Valletta'],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'verse.txt',
    reads: ['text | I came by night⏎across the water,⏎and no one asked⏎my name.', 'text | I stayed.'],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'numbers-that-are-no-list.txt',
    reads: [
      'text | 18. December is our day, and it will be ours for as long as there are borders in the world around us.',
      'text | A. Diallo spoke first, for the people who had come the longest way of all to be with us on that evening.',
      'text | 1.2 Scope is the title of a chapter that nobody has read to its end since the day on which it was adopted.',
    ],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'arabic-list.txt',
    reads: ['numbered 0 | حماية المهاجرين', 'numbered 0 | لمّ شمل الأسر', 'numbered 0 | وقف الاحتجاز'],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'nested-plain-list.txt',
    reads: [
      'bullet 0 | first goes on',
      'bullet 1 | inner',
      'numbered 2 | deep',
      'numbered 2 | deeper',
      'text 1 | second paragraph of the first',
      'bullet 0 | last',
    ],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'paragraphs-of-one-line.txt',
    reads: [
      'text | The coalition met in Tunis and heard from people who had crossed the sea in small boats.',
      'text | It decided to write to the ministers.',
      'text | The letter will be published in four languages, and everybody may sign it until the end of May.',
    ],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'thunderbird-plain-message.clip',
    reads: [
      'text | We write to you on behalf of forty organisations that work with people who were turned back at sea, and we ask that each of these cases is looked into by a court that is free to hear them. See [https://example.org/cases](https://example.org/cases) for the list.',
      'text | Harbour Network⏎12 Shore Road⏎Valletta',
      'quote | Can you tell us how many people are concerned and where they were put ashore after the ship had left the port?',
    ],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'pre-verse-and-code.clip',
    reads: [
      'text | I came by night⏎  across the water,⏎and no one asked',
      'text | if (arrivals > 0) {⏎    open(door);⏎}',
    ],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'apple-mail.clip',
    reads: [
      'text | Dear friends,',
      'text | the ship is\u00a0*at sea*\u00a0again.',
      'quote | On 3 May, Leila wrote:',
      'quote | Is it safe?',
    ],
    open: 'start',
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'gmail.clip',
    reads: [
      'text | Dear all,',
      'text | we met on Monday. The minutes follow.',
      'text | Best regards⏎Amina⏎Harbour Network',
      'text | On Tue, Ben wrote:',
      'quote | Who comes? 🙂',
    ],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'mail-wrapped-by-breaks.clip',
    reads: [
      'text | We write to you on behalf of forty organisations that work with people who were turned back at sea, and we ask that each of these cases is looked into by a court that is free to hear them, as the law says it should.',
      'text | Amina⏎Tunis',
    ],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'pdf-bullets.txt',
    reads: [
      'text | Our demands are the following and they are addressed to all of the States:',
      'bullet 0 | that nobody is sent back to a country where they are in danger of their life or freedom;',
      'bullet 0 | that every child goes to school from the first day on, wherever that is, and whoever the parents are.',
      'text | The coalition will report on each of them every year, in Geneva and in all of the capitals.',
    ],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'arabic-wrapped.txt',
    reads: [
      'text | نطالب الحكومات بأن تحمي جميع المهاجرين على حدودها وأن تفتح طرقا آمنة لهم ولأسرهم، وأن تنشر تقريرا كل عام عن عدد الأشخاص الذين وصلوا إلى موانئها وعن حالتهم.',
    ],
  },
  {
    rule: 'CLIP-10',
    promise: 'lines are read as people meant them',
    file: 'line-ends-of-windows.clip',
    reads: ['text | one line', 'text | two⏎lines', 'text | three'],
  },
];
