import { describe, expect, it } from 'vitest';
import { parseConfig } from './index.js';

const needed = { DATABASE_URL: 'postgresql://localhost/baton', REDIS_URL: 'redis://localhost' };

describe('parseConfig', () => {
  it('derives the public URL from the port, and drops a trailing slash from a given one', () => {
    expect(parseConfig({ ...needed, PORT: '4000' }).publicUrl).toBe('http://localhost:4000');
    expect(parseConfig({ ...needed, PUBLIC_URL: 'https://chat.example.com/' }).publicUrl).toBe(
      'https://chat.example.com',
    );
  });

  it('takes addresses and networks of trusted proxies, and nothing else', () => {
    const proxies = (TRUSTED_PROXIES?: string) => parseConfig({ ...needed, TRUSTED_PROXIES }).trustedProxies;
    expect(proxies()).toEqual([]);
    expect(proxies('10.0.0.0/8, 2001:db8::1')).toEqual(['10.0.0.0/8', '2001:db8::1']);
    expect(() => proxies('10.0.0.0/8,proxy.example')).toThrow('TRUSTED_PROXIES');
  });

  it('sends mail with a server and a sender, and not with one of them', () => {
    const SMTP_URL = 'smtps://user:secret@mail.example:465';
    const mail = (settings: object) => parseConfig({ ...needed, ...settings }).smtp;
    expect(mail({})).toBeNull();
    expect(mail({ SMTP_URL, SMTP_FROM: 'Shop <chat@shop.example>' })).toEqual({
      url: SMTP_URL,
      from: 'Shop <chat@shop.example>',
    });
    expect(() => mail({ SMTP_URL })).toThrow('SMTP_FROM');
    expect(() => mail({ SMTP_URL: 'https://mail.example', SMTP_FROM: 'chat@shop.example' })).toThrow('SMTP_URL');
  });

  it('names every wrong setting at once', () => {
    const boot = () => parseConfig({ REDIS_URL: 'redis://localhost', PORT: 'many', LOG_LEVEL: 'loud' });
    expect(boot).toThrow(/DATABASE_URL[\s\S]*PORT[\s\S]*LOG_LEVEL/);
  });
});
