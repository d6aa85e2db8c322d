import { Controller, Get, Req } from '@nestjs/common';
import { hall, startTestApp, type TestApp } from '@plenary/ground/testing';
import { Public } from '../index.js';

@Controller('places')
class PlacesController {
  @Get()
  @Public()
  place(@Req() request: { ip?: string }) {
    return { ip: request.ip };
  }
}

const placeOf = async (settings: Record<string, string>, forwarded: string): Promise<string> => {
  const test: TestApp = await startTestApp(hall({ controllers: [PlacesController], settings }));
  const { body } = await test.client().get('/api/places', { 'x-forwarded-for': forwarded });
  await test.close();
  return body.ip;
};

describe('people behind a proxy', () => {
  it('are told apart by the word of a proxy that is trusted', async () => {
    const settings = { TRUSTED_PROXIES: 'loopback, 192.0.2.1' };
    expect(await placeOf(settings, '203.0.113.5')).toBe('203.0.113.5');
    // What a person's own machine wrote before the first proxy counts for nothing.
    expect(await placeOf(settings, '198.51.100.9, 203.0.113.5, 192.0.2.1')).toBe('203.0.113.5');
  });

  it('say nothing about themselves where no proxy, or another one, is trusted', async () => {
    for (const settings of [{}, { TRUSTED_PROXIES: '192.0.2.1' }]) {
      expect(await placeOf(settings as Record<string, string>, '203.0.113.5')).toMatch(/127\.0\.0\.1$/);
    }
  });
});
