import { SMTPServer } from 'smtp-server';
import { ownPort } from './port.js';

/** A real mail server on this machine. `take` gets each mail as it arrived; what it returns is the code by which the mail is refused. */
export async function startMailServer(
  take: (mail: Buffer) => number | void,
): Promise<{ port: number; close: () => Promise<void> }> {
  const port = await ownPort();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refusal = take(Buffer.concat(chunks));
        done(refusal ? Object.assign(new Error('No.'), { responseCode: refusal }) : null);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return { port, close: () => new Promise((closed) => server.close(closed)) };
}
