import helmet from 'helmet';
import { loadConfig } from '#config';

/** No inline script anywhere, and nothing from elsewhere. Styles may be inline: React and Radix set them on elements. */
export function securityHeaders(): ReturnType<typeof helmet> {
  const { publicUrl } = loadConfig();
  const https = publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", publicUrl.replace(/^http/, 'ws')],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https,
  });
}
