const { TestEnvironment } = require('jest-environment-jsdom');

/** jsdom with what it lacks and browsers have: fetch and its shapes, dialogs, media queries. */
module.exports = class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of [
      'Request',
      'Response',
      'Headers',
      'AbortSignal',
      'AbortController',
      'structuredClone',
      'TextDecoder',
    ]) {
      this.global[name] = globalThis[name];
    }
    this.global.ofRequests = { Blob, File, FormData };
    this.global.fetch = () => Promise.reject(new TypeError('this test answers no requests'));
    this.global.matchMedia = (media) => ({
      media,
      matches: false,
      addEventListener() {},
      removeEventListener() {},
      addListener() {},
      removeListener() {},
    });
    this.global.scrollTo = () => {};
    this.global.ResizeObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    const dialog = this.global.HTMLDialogElement.prototype;
    dialog.showModal = function () {
      this.open = true;
    };
    dialog.close = function () {
      this.open = false;
    };
  }
};
