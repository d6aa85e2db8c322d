import { crc32 } from 'node:zlib';

/** A document that begins as a PDF does, of so many bytes. */
export function pdf(length = 200): Buffer {
  const head = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');
  return Buffer.concat([head, Buffer.alloc(length - head.length, 'words ')]);
}

const little = (value: number, bytes: 2 | 4) => {
  const out = Buffer.alloc(bytes);
  out.writeUIntLE(value, 0, bytes);
  return out;
};

/** An archive of these files, not compressed: what office programs call a document. */
export function archive(files: Readonly<Record<string, string>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [data, path] = [Buffer.from(text), Buffer.from(name)];
    const lengths = [little(crc32(data), 4), little(data.length, 4), little(data.length, 4)];
    const facts = [little(20, 2), Buffer.alloc(8), ...lengths, little(path.length, 2), little(0, 2)];
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), ...facts, path, data]);
    central.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        little(20, 2),
        ...facts,
        Buffer.alloc(10),
        little(at, 4),
        path,
      ]),
    );
    local.push(entry);
    at += entry.length;
  }
  const directory = Buffer.concat(central);
  const count = little(local.length, 2);
  const end = [
    Buffer.from('PK\x05\x06'),
    Buffer.alloc(4),
    count,
    count,
    little(directory.length, 4),
    little(at, 4),
  ];
  return Buffer.concat([...local, directory, ...end, little(0, 2)]);
}

const main = { word: 'document', xl: 'workbook', ppt: 'presentation' } as const;

/** A document of an office program by the type that it says of itself; with macros where the type says so. */
export function officeDocument(folder: keyof typeof main, type: string): Buffer {
  const part = `/${folder}/${main[folder]}.xml`;
  return archive({
    '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="${part}" ContentType="${type}.main+xml"/></Types>`,
    [part.slice(1)]: '<w:document/>',
  });
}

/** A document of OpenDocument, whose first file says what it is. */
export const openDocument = (kind: string): Buffer =>
  archive({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<office/>' });
