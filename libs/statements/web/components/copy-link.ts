import { say } from '@plenary/ground/web';
import { paragraphAnchor } from '@plenary/statements/domain';

/** Takes the address of a paragraph along; it stands in the address bar, too. */
export function copyLink(paragraphId: string, sentence: string): void {
  const url = new URL(location.href);
  url.hash = paragraphAnchor(paragraphId);
  history.replaceState(history.state, '', url.hash);
  navigator.clipboard?.writeText(url.href).then(
    () => say(sentence),
    () => undefined, // The address stands in the address bar all the same.
  );
}
