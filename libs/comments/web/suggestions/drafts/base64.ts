export { fromBase64 as bytesOf, toBase64 as base64Of } from 'lib0/buffer';
