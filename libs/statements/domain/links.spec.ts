import fc from 'fast-check';
import { isSafeLink, linkFromInput } from './links.js';

describe('links', () => {
  it.each([
    'https://example.org/a?b=c#d',
    'http://example.org',
    'HTTPS://EXAMPLE.ORG',
    'mailto:a@example.org',
  ])('STM-13 allows %s', (href) => expect(isSafeLink(href)).toBe(true));

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '//example.org',
    '/relative',
    'https:example.org',
    'https://',
    'https:\\\\example.org',
    'mailto:',
    'mailto:?subject=x',
    'example.org',
    '',
    `https://example.org/${'a'.repeat(2048)}`,
    7,
    null,
    { href: 'https://example.org' },
  ])('STM-13 refuses %p', (href) => expect(isSafeLink(href)).toBe(false));

  it('STM-13 nothing but http, https and mailto is ever safe', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.webUrl(), (start, url) => {
        const href = start + url;
        if (isSafeLink(href)) expect(['http:', 'https:', 'mailto:']).toContain(new URL(href).protocol);
      }),
    );
  });

  it('STM-13 completes what people type', () => {
    expect(linkFromInput(' example.org/a ')).toBe('https://example.org/a');
    expect(linkFromInput('a@example.org')).toBe('mailto:a@example.org');
    expect(linkFromInput('example.org:8080/x')).toBe('https://example.org:8080/x');
    expect(linkFromInput('javascript:alert(1.5)')).toBeNull();
    expect(linkFromInput('just words')).toBeNull();
  });
});
