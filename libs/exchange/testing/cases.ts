import {
  but,
  formWith,
  nothing,
  type Case,
  type NewsCase,
  type NewsPeople,
  type RoomCases,
} from '@plenary/ground/testing';
import { newId } from '@plenary/ground/kernel';
import { ofGroup } from '@plenary/groups/testing';
import { ofTexts, type StatementScene } from '@plenary/statements/testing';
import type { ReturnedFile } from '@plenary/exchange/domain';
import { ReturnedFileEntity } from '@plenary/exchange/server';

/** A statement as it comes out of a file. */
export const formOfText = (paragraphs: unknown, facts: Readonly<Record<string, string>>) =>
  formWith({ field: 'text', bytes: Buffer.from(JSON.stringify(paragraphs)) }, facts);

/** A statement as it comes out of a Word file, with what stands beside its text. */
export const formOfBeginning = (sent: unknown, choices: object, facts: Readonly<Record<string, string>>) =>
  formWith(
    { field: 'text', bytes: Buffer.from(JSON.stringify(sent)) },
    { ...facts, choices: JSON.stringify({ fileName: 'Draft.docx', names: [], ...choices }) },
  );

const words = [{ attributes: {}, content: [{ text: 'We ask' }] }];

/** What was read of a file that came back, as it is sent. */
export const formOfReturn = (file: unknown, choices: object) =>
  formWith(
    { field: 'text', bytes: Buffer.from(JSON.stringify(file)) },
    { choices: JSON.stringify({ fileName: 'Rev. 1.docx', against: 'file', names: [], ...choices }) },
  );

const unchanged: ReturnedFile = { of: null, language: 'en', paragraphs: [], comments: [] };
const begun = { paragraphs: words, file: unchanged };
const said = () => ({ choices: JSON.stringify({ fileName: 'Rev. 1.docx', against: 'file', names: [] }) });
const begins = () => ({
  ...{ title: 'Begun', ownerKind: 'coalition', language: 'en' },
  choices: JSON.stringify({ fileName: 'Draft.docx', names: [] }),
});
const forOthers = { names: [{ name: '', whose: 'other', said: 'Somebody' }] };

/** By whoever may comment for themselves, and by whoever may enter for others. */
const returning = (what: string): readonly Case<StatementScene>[] => [
  ...ofTexts((id) => ({
    path: `statements/${id}/returned-files${what}`,
    bytes: formOfReturn(unchanged, {}),
    meant: (permission) => permission.startsWith('statement.'),
  })).map((each): Case<StatementScene> => ({
    ...each,
    make: async (scene, whose) => {
      const request = await each.make(scene, whose);
      return {
        ...request,
        meant: (permission) =>
          permission.startsWith('statement.comment-') &&
          permission.endsWith(each.of === 'group' ? '-group' : '-coalition'),
      };
    },
  })),
  nothing(async (scene: StatementScene) => ({
    path: `statements/${await scene.house.given.statement()}/returned-files${what}`,
    bytes: formOfReturn(unchanged, forOthers),
    meant: (permission: string) => permission === 'comment.enter-for-coalition',
  })),
  ofGroup<StatementScene>(async (groupId, scene) => ({
    path: `statements/${await scene.house.given.statement({ groupId })}/returned-files${what}`,
    bytes: formOfReturn(unchanged, forOthers),
    meant: (permission) => permission === 'comment.enter-for-group',
  })),
];

/** A file that this person brought. */
async function broughtBy({ house, me }: StatementScene, statementId: string): Promise<string> {
  const id = newId();
  await house.database.manager.insert(ReturnedFileEntity, {
    ...{ id, statementId, personId: me, fileName: 'Rev. 1.docx', fingerprint: id, moment: '1' },
    ...{ suggestions: 0, comments: 0, at: new Date(), takenBackAt: null },
  });
  return id;
}

interface ExchangeNews extends NewsPeople<'other' | 'nobody'> {
  readonly ofCoalition: string;
  readonly ofGroup: string;
}

const told =
  () =>
  ({ ofCoalition, ofGroup: ofTheGroup, everybody }: ExchangeNews): readonly NewsCase[] => {
    const payload = { fileId: newId(), suggestions: 2, comments: 1 };
    const of = (id: string) => ({ kind: 'statement', id });
    return [
      { subject: of(ofCoalition), payload, hears: but(everybody, 'nobody') },
      { subject: of(ofTheGroup), payload, hears: ['coordinator', 'translator', 'lead', 'inGroup'] },
      { subject: of(newId()), payload, hears: [] },
    ];
  };

/** What the specs of the whole house try of this room. */
export const roomCases: RoomCases<StatementScene, ExchangeNews> = {
  routes: {
    'GET /api/statements/:id/export': ofTexts((id) => ({
      path: `statements/${id}/export?format=docx&suggestions=true&comments=true`,
    })),
    'POST /api/statements/from-file': [
      nothing(() => ({
        path: 'statements/from-file',
        bytes: formOfText(words, { title: 'Begun', ownerKind: 'coalition', language: 'en' }),
        meant: (permission) => permission.endsWith('-coalition'),
      })),
      ofGroup<StatementScene>((groupId) => ({
        path: 'statements/from-file',
        bytes: formOfText(words, { title: 'Begun', ownerKind: 'group', groupId, language: 'en' }),
        meant: (permission) => permission.endsWith('-group'),
      })),
    ],
    'POST /api/statements/from-file/beside': [
      nothing(() => ({
        path: 'statements/from-file/beside',
        bytes: formOfBeginning(begun, {}, { title: 'Begun', ownerKind: 'coalition', language: 'en' }),
        meant: (permission) => permission.endsWith('-coalition'),
      })),
      ofGroup<StatementScene>((groupId) => ({
        path: 'statements/from-file/beside',
        bytes: formOfBeginning(begun, {}, { title: 'Begun', ownerKind: 'group', groupId, language: 'en' }),
        meant: (permission) => permission.endsWith('-group'),
      })),
    ],
    'GET /api/statements/:id/returned-files': ofTexts((id) => ({ path: `statements/${id}/returned-files` })),
    'POST /api/statements/:id/returned-files/look': returning('/look'),
    'POST /api/statements/:id/returned-files': returning(''),
    'POST /api/returned-files/:id/take-back': ofTexts(async (id, scene) => ({
      path: `returned-files/${await broughtBy(scene, id)}/take-back`,
    })),
  },
  events: {
    'exchange.file-returned': told(),
    'exchange.return-taken-back': told(),
  },
  bodies: {
    'POST /api/statements/from-file/beside': begins,
    'POST /api/statements/:id/returned-files/look': said,
    'POST /api/statements/:id/returned-files': said,
  },
  refusals: ['exchange.returned-not-found'],
};
