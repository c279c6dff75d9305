import { z } from 'zod';
import { isoTime, paragraph, safeText } from '../text.js';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
export const widgetAppearance = z.object({
  /** The two colours that all others are made of: buttons and own bubbles; the panel. Text on them is black or white, whichever is read better. */
  accent: colour,
  surface: colour,
  position: z.enum(['right', 'left']),
  launcher: z.enum(['icon', 'label']),
  /** Beside the icon; empty: the widget's own words in the visitor's language. */
  launcherLabel: paragraph(40),
});
export type WidgetAppearance = z.infer<typeof widgetAppearance>;
export const defaultAppearance: WidgetAppearance = {
  accent: '#0f6b5c',
  surface: '#ffffff',
  position: 'right',
  launcher: 'icon',
  launcherLabel: '',
};

/** What the widget's own drawing code shows in the console: `draw` of /widget-preview.js. */
export interface WidgetPreview {
  name: string;
  greeting: string;
  locale: string;
  appearance: WidgetAppearance;
  messages: { from: 'contact' | 'bot'; text: string }[];
  open: boolean;
}
/** `contrasts` of /widget-preview.js: ratios of WCAG 2.2, and black or white as the text on a colour. */
export interface WidgetContrast {
  onAccent: { text: string; ratio: number };
  onSurface: { text: string; ratio: number };
  accentOnSurface: number;
}

/** `https://shop.example`: scheme, host and port. */
export const webOrigin = z
  .string()
  .max(260)
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text);

/** POST /api/inboxes, PUT /api/inboxes/:id */
export const inboxSettings = z.object({
  name: safeText(100),
  /** Empty: any. */
  allowedOrigins: z.array(webOrigin).max(50),
  greeting: paragraph(500),
  /** Said instead outside business hours; empty: the same greeting. */
  greetingOutsideHours: paragraph(500),
  appearance: widgetAppearance,
});
export type InboxSettings = z.infer<typeof inboxSettings>;

export const newInbox: InboxSettings = {
  name: '',
  allowedOrigins: [],
  greeting: 'Hello! How can we help?',
  greetingOutsideHours: '',
  appearance: defaultAppearance,
};

export const inboxDetail = inboxSettings.extend({
  id: z.uuid(),
  /** Public: stands in the shop's script tag. */
  key: z.string(),
  disabledAt: isoTime.nullable(),
});
export type InboxDetail = z.infer<typeof inboxDetail>;
/** What a shop pastes into its pages. */
export function scriptTag(publicUrl: string, inboxKey: string): string {
  return `<script src="${publicUrl}/widget.js" data-inbox="${inboxKey}" async></script>`;
}
/** GET /api/inboxes. POST /api/inboxes/:id/disable and /enable. */
export const inboxList = z.object({
  inboxes: z.array(inboxDetail),
  /** Where the widget's script is: the address of this installation. */
  publicUrl: z.string(),
});

/** One origin from which the widget asked for this inbox, allowed or not. */
export const widgetSighting = z.object({
  origin: z.string(),
  pageUrl: z.string().nullable(),
  allowed: z.boolean(),
  seenAt: isoTime,
});
export type WidgetSighting = z.infer<typeof widgetSighting>;
/** GET /api/inboxes/:id/sightings: newest first. The screen asks every two seconds while "check my page" is open. */
export const sightingList = z.object({ sightings: z.array(widgetSighting) });

/** Signed-in customers: the shop signs a short-lived JWT (HS256 or RS256; aud = inbox key; sub, email, exp at most an hour ahead). */
export const identityKeyView = z.object({
  id: z.uuid(),
  /** The JWT header's kid. */
  kid: z.string(),
  algorithm: z.enum(['HS256', 'RS256']),
  createdAt: isoTime,
  /** Set: the old key of a rotation, no longer valid from then on. */
  retiredAt: isoTime.nullable(),
});
export type IdentityKeyView = z.infer<typeof identityKeyView>;
/** GET /api/identity-keys */
export const identityKeyList = z.object({ keys: z.array(identityKeyView) });
/** POST /api/identity-keys. RS256 needs the shop's public key; HS256 makes a secret. DELETE /api/identity-keys/:id retires. */
export const createIdentityKey = z.discriminatedUnion('algorithm', [
  z.object({ algorithm: z.literal('HS256') }),
  z.object({ algorithm: z.literal('RS256'), publicKey: z.string().max(5000) }),
]);
export type CreateIdentityKey = z.infer<typeof createIdentityKey>;
/** `secret` is shown this once. */
export const createdIdentityKey = z.object({ key: identityKeyView, secret: z.string().nullable() });
