import type { RoomCases } from '@plenary/ground/testing';
import { ofTexts, type StatementScene } from '@plenary/statements/testing';

/** What the specs of the whole house try of this room. */
export const roomCases: RoomCases<StatementScene, unknown> = {
  routes: {
    'GET /api/statements/:id/export': ofTexts((id) => ({ path: `statements/${id}/export?format=docx` })),
  },
  events: {},
};
