export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1256',
  'macintosh',
] as const;
export type Encoding = (typeof encodings)[number];

/** How a list was saved, as far as its bytes tell; whoever sees wrong letters chooses another. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return unmarked;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return byItsLetters(bytes);
  }
}

/**
 * What spreadsheets save that know no Unicode. Arabic words are letters above 127 all through; in western languages such
 * a letter stands among plain ones, on Windows at 192 and above, on a Mac below 160, where Windows has signs.
 */
function byItsLetters(bytes: Uint8Array): Encoding {
  let [high, beside, ofWindows, ofMac] = [0, 0, 0, 0];
  const isPlain = (byte = 0) => (byte > 0x40 && byte < 0x5b) || (byte > 0x60 && byte < 0x7b);
  for (let place = 0; place < bytes.length; place++) {
    const byte = bytes[place]!;
    if (byte < 0x80) continue;
    high++;
    if ((bytes[place + 1] ?? 0) >= 0x80 || (bytes[place - 1] ?? 0) >= 0x80) beside++;
    if (!isPlain(bytes[place - 1]) && !isPlain(bytes[place + 1])) continue;
    if (byte >= 0xc0) ofWindows++;
    // Quotation marks, dashes and dots of Windows stand beside letters, too.
    else if (byte < 0xa0 && byte !== 0x85 && (byte < 0x91 || byte > 0x97)) ofMac++;
  }
  if (beside > high * 0.6) return 'windows-1256';
  return ofMac > ofWindows ? 'macintosh' : 'windows-1252';
}

/**
 * UTF-16 without a mark: separators, figures and the ends of lines have a zero for their second half in every script.
 * As many zeros on both sides are no text.
 */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const start = bytes.subarray(0, 8_192);
  const zeros = (half: 0 | 1) => start.filter((byte, place) => place % 2 === half && byte === 0).length;
  const [first, second] = [zeros(0), zeros(1)];
  if (second > 10 * first) return 'utf-16le';
  return first > 10 * second ? 'utf-16be' : null;
}
