export type MailSettings = {
  host: string;
  port: number;
  /** Encrypted from the first word, as with smtps://. */
  secure: boolean;
  /** The server is on this machine, so nothing travels. */
  loopback: boolean;
  auth?: { user: string; pass: string };
  from: { name: string; address: string };
  domain: string;
};
export function readMailSettings(env: Record<string, string | undefined>): MailSettings | undefined;
export type NotifySettings = {
  url: string;
  service: string;
  secret: string;
  /** The template in which our own words go. */
  template: string;
  /** Templates of single kinds of mail. */
  templates: Record<string, string>;
};
export function readNotifySettings(env: Record<string, string | undefined>): NotifySettings | undefined;
