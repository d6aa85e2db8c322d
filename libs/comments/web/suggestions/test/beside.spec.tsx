/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import 'fake-indexeddb/auto';
import { useShownText } from '@plenary/statements/web';
import { act, screen, waitFor } from '@testing-library/react';
import type { Mode } from '../mode';
import { SuggestionsBeside } from '../SuggestionsBeside';
import { useMode } from '../use-mode';
import { beginPage, desk, endPage, open, statement, suggestion } from './panel-page';

beforeEach(() => beginPage());
afterEach(endPage);

let mode: Mode;
function Page() {
  const { instead } = useShownText();
  mode = useMode(statement);
  return (
    <>
      <p>{instead ? 'A copy' : 'The text'}</p>
      <SuggestionsBeside statement={statement} editor={desk.editor} />
    </>
  );
}

describe('what a page shows of suggestions', () => {
  it('is the text itself again, with marks, after a copy of it was shown', async () => {
    await open([await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever'))], {}, 'read', <Page />);
    act(() => mode.read('marks'));
    await waitFor(() => expect(desk.dom.querySelector('ins')).toHaveTextContent('ever'));
    act(() => mode.read('accepted'));
    await screen.findByText('A copy');
    act(() => mode.read('marks'));
    await screen.findByText('The text');
  });
});
