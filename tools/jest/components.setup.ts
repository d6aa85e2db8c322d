import '@testing-library/jest-dom';

/** What every browser has and jsdom lacks; Mantine asks for it when it draws. */
class SilentObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const noMatch = (media: string) => ({
  media,
  matches: false,
  onchange: null,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
  dispatchEvent: () => false,
});

Object.assign(window, {
  matchMedia: noMatch,
  ResizeObserver: SilentObserver,
  IntersectionObserver: SilentObserver,
});
window.HTMLElement.prototype.scrollIntoView = () => {};

// jsdom lays nothing out: a range has no boxes, where a browser would say where it stands.
Range.prototype.getClientRects ??= () => Object.assign([], { item: () => null }) as unknown as DOMRectList;
Range.prototype.getBoundingClientRect ??= () => new DOMRect();
