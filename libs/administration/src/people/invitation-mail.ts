import { createTransport } from 'nodemailer';
import { loadConfig } from '#config';

/** The admin waits for the answer, and can copy the link if there is none, ms. */
const patience = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 5000, dnsTimeout: 5000 };

/** Whether the mail server took it; false without one. */
export async function mailInvitation(to: string, workspaceName: string, link: string): Promise<boolean> {
  const { smtp } = loadConfig();
  if (!smtp) return false;
  const transport = createTransport({ url: smtp.url, ...patience });
  const subject = `You are invited to ${workspaceName}`;
  const text = `${workspaceName} invites you to answer its customers in Baton.\n\nChoose a password here, within a week:\n${link}\n`;
  return transport.sendMail({ from: smtp.from, to, subject, text }).then(
    () => true,
    () => false,
  );
}
