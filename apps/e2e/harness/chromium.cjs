/** How Chromium is started: headless, as any user, and without reaching for its maker's servers. */
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const launch = { executablePath: process.env.CHROMIUM_PATH, headless: true, args: switches };

module.exports = { launch };
