/** A document that begins as a PDF does, of so many bytes. */
export function pdf(length = 200): Buffer {
  const head = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');
  return Buffer.concat([head, Buffer.alloc(length - head.length, 'words ')]);
}
