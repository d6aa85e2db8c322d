import { CollabService } from '@plenary/ground/server/collab';
import { anchorOf, FlatText, type Anchor } from '@plenary/ground/text';
import type { Visitor } from '@plenary/organisations/testing';
import { documentOf } from '@plenary/statements/domain';
import { openStatement, type CoWriter } from '@plenary/statements/testing';
import { startComments, type CommentsUnderTest } from '@plenary/comments/testing';

export const words = { text: 'A word', language: 'en' };
export const onStatement = { kind: 'statement', audience: 'readers', ...words };

/** A coalition with people of every kind at one statement of its own. */
export async function commentScene() {
  const rooms = await startComments();
  const { given } = rooms;
  await given.coalition('Test coalition');
  const [ours, others] = [await given.organisation({ name: 'Ours' }), await given.organisation()];
  const come = async (name: string): Promise<Visitor> => rooms.as(await given.person(name));
  const amara = await come('Amara');
  await given.role(amara.personId, 'coordinator');
  const chiara = await come('Chiara');
  await given.role(chiara.personId, 'penholder');
  const henrik = await come('Henrik');
  await given.role(henrik.personId, 'observer');
  const [noor, sami, lin, nobody] = [
    await come('Noor'),
    await come('Sami'),
    await come('Lin'),
    await come('Max'),
  ];
  await given.representative(noor.personId, ours, 'focal_point');
  await given.representative(sami.personId, ours, 'member');
  await given.representative(lin.personId, others, 'member');
  const statement = await given.statement({
    paragraphs: [{ text: 'We, the people who move, say this.' }, { text: 'And we say it together.' }],
  });
  return {
    rooms,
    given,
    statement,
    ...{ ours, others, amara, chiara, henrik, noor, sami, lin, nobody },
    /** Began it through the front door; answers the thread. */
    async begun(by: Visitor, change: object = {}, on = statement) {
      const answer = await by.post(`statements/${on}/threads`, { ...onStatement, ...change });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body;
    },
  };
}
export type CommentScene = Awaited<ReturnType<typeof commentScene>>;

/** The anchor of words that stand in the committed text. */
export function anchorIn(rooms: CommentsUnderTest, statement: string, phrase: string): Promise<Anchor> {
  return rooms.app.get(CollabService).read(documentOf(statement), (doc) => {
    const text = new FlatText(doc);
    const paragraph = text.page.find((each) => each.text.includes(phrase))!;
    const offset = paragraph.text.indexOf(phrase);
    return anchorOf(text, { paragraph, offset }, { paragraph, offset: offset + phrase.length });
  });
}

/** Somebody with the text open, to write in it. */
export async function writerOf(rooms: CommentsUnderTest, by: Visitor, statement: string): Promise<CoWriter> {
  const password = 'resist-reclaim-realise';
  const wanted = { name: 'A script', scope: 'write', expiresInDays: 1, password };
  const { body } = await by.post('me/tokens', wanted);
  const writer = await openStatement(rooms.url, body.token as string, statement);
  await writer.provider.synced();
  return writer;
}
