import { randomBytes } from 'node:crypto';
import PostalMime from 'postal-mime';
import { startMailServer } from '../../test/support/mail-server.js';

export interface Mailbox {
  /** Settings of the apps that send here and are handed in what comes back. */
  environment: Record<string, string>;
  /** Addresses to which a mail has come, in their order. */
  received: string[];
  /** Whoever gets a mail from now on answers it once with this. */
  answerFrom(address: string, text: string): void;
  /** Addresses whose answer was taken. */
  answered: Set<string>;
  /** Answers that are being handed in. */
  underWay(): number;
  close(): Promise<void>;
}

/** A real mail server, and the customers who read there. `gatewayUrl`: where their answers are handed in. */
export async function startMailbox(gatewayUrl: () => string): Promise<Mailbox> {
  const secret = randomBytes(16).toString('hex');
  const received: string[] = [];
  const answers = new Map<string, string>();
  const answered = new Set<string>();
  let underWay = 0;
  const receive = async (arrived: Buffer): Promise<void> => {
    const mail = await PostalMime.parse(arrived);
    const to = mail.to![0]!.address!;
    received.push(to);
    const text = answers.get(to);
    answers.delete(to);
    if (!text) return;
    underWay++;
    await handIn(answerTo(mail.replyTo![0]!.address!, to, text, mail.subject ?? ''));
    answered.add(to);
    underWay--;
  };
  const { port, close } = await startMailServer((mail) => void receive(mail));

  /** As a mail server does it: again, until it is taken. */
  const handIn = async (mail: string): Promise<void> => {
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'message/rfc822' };
    for (;;) {
      const handed = await fetch(`${gatewayUrl()}/api/inbound-mail`, { method: 'POST', headers, body: mail }).catch(
        () => null,
      );
      if (handed && handed.status < 500) return;
      await new Promise((again) => setTimeout(again, 1000));
    }
  };
  return {
    environment: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      SMTP_FROM: 'Fernhill <help@fernhill.example>',
      INBOUND_MAIL_SECRET: secret,
    },
    received,
    answerFrom: (address, text) => void answers.set(address, text),
    answered,
    underWay: () => underWay,
    close,
  };
}

/** With what it answers quoted below, as mail programs do it. */
function answerTo(to: string, from: string, text: string, subject: string): string {
  const id = randomBytes(8).toString('hex');
  const head = [`From: ${from}`, `To: ${to}`, `Subject: Re: ${subject}`, `Message-ID: <${id}@mail.example>`];
  return [...head, '', text, '', `On Thursday Fernhill <${to}> wrote:`, '> — Please answer above this line —'].join(
    '\r\n',
  );
}
