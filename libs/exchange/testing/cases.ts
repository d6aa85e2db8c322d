import { formWith, nothing, type RoomCases } from '@plenary/ground/testing';
import { ofGroup } from '@plenary/groups/testing';
import { ofTexts, type StatementScene } from '@plenary/statements/testing';

/** A statement as it comes out of a file. */
export const formOfText = (paragraphs: unknown, facts: Readonly<Record<string, string>>) =>
  formWith({ field: 'text', bytes: Buffer.from(JSON.stringify(paragraphs)) }, facts);

const words = [{ attributes: {}, content: [{ text: 'We ask' }] }];

/** What the specs of the whole house try of this room. */
export const roomCases: RoomCases<StatementScene, unknown> = {
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
  },
  events: {},
};
