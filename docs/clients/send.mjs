// Sends one signed message to a Kruispunt hub over AMQP 1.0 and waits for the hub's answer to it. What waits in the queue
// before that answer stays there.
//
//   npm install rhea@3.0.5
//   node send.mjs LU:0053 message.xml data/hub/trust/institutions/LU-0053 [host] [port]
//
// The last folder holds the institution's tls.pem and tls.key; authority.pem stands two folders above it.
// Nothing but the body is sent: the hub refuses properties that it does not know.
// Exit codes: 0 the answer is on standard output (a receipt or a refusal), 1 the hub did not take the message,
// 2 wrong use, 3 the hub cannot be reached.
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

function end(code, text) {
  console.error(`send: ${text}`);
  process.exit(code);
}

function read(file, what) {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    return end(2, `cannot read ${what} ${file}: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`);
  }
}

const [institution, file, keys, host = 'localhost', port = '5671'] = process.argv.slice(2);
if (!keys || !/^[A-Z]{2}:[A-Za-z0-9]{4,10}$/.test(institution) || !/^\d{1,5}$/.test(port)) {
  end(2, 'usage: node send.mjs INSTITUTION FILE KEY-FOLDER [HOST] [PORT], such as LU:0053 u1.xml .../institutions/LU-0053');
}
const xml = read(file, 'the message');
const tls = {
  cert: read(path.join(keys, 'tls.pem'), 'the certificate'),
  key: read(path.join(keys, 'tls.key'), 'the key'),
  ca: read(path.join(keys, '..', '..', 'authority.pem'), "the authority's certificate"),
};
const { default: rhea } = await import('rhea').catch(() => end(2, 'rhea is missing; run: npm install rhea@3.0.5'));

const digest = crypto.createHash('sha256').update(xml).digest('hex');
const container = rhea.create_container();
let answered = false;
container.connect({
  transport: 'tls',
  host,
  port: Number(port),
  servername: net.isIP(host) ? '' : host, // one of the names in the hub's certificate
  ...tls,
  enable_sasl_external: true,
  reconnect: false,
});

container.once('connection_open', ({ connection }) => {
  connection.open_receiver({ source: `out.${institution}`, credit_window: 0, autoaccept: false });
  connection.open_sender(`in.${institution}`);
});
container.once('sendable', ({ sender }) => {
  sender.send({ body: rhea.message.data_section(xml), durable: true });
});
container.once('accepted', () => console.error(`send: the hub has it, sha256 ${digest}`));
for (const outcome of ['rejected', 'released', 'modified']) {
  container.once(outcome, ({ delivery }) =>
    end(1, `the hub did not take it (${outcome}): ${delivery.remote_state?.error?.description ?? 'no reason given'}`));
}
container.on('receiver_open', ({ receiver }) => receiver.add_credit(100));
container.on('message', ({ message, delivery, connection }) => {
  const body = Buffer.isBuffer(message.body) ? message.body : message.body.content;
  if (!body.includes(`<received>${digest}</received>`)) return; // not settled: the broker keeps it
  process.stdout.write(body);
  answered = true;
  delivery.accept();
  connection.close();
});
for (const refused of ['sender_error', 'receiver_error', 'session_error', 'connection_error']) {
  container.on(refused, (context) => {
    const of = context[refused.split('_')[0]];
    end(1, `the hub closed the ${refused.split('_')[0]}: ${of?.error?.description ?? of?.error?.condition ?? 'no reason given'}`);
  });
}
container.on('error', (error) => end(3, error.message ?? String(error)));
container.on('disconnected', ({ error }) => {
  if (answered) return;
  const why = { ECONNREFUSED: 'nothing takes connections there; is the hub running?', ENOTFOUND: 'nobody knows this name' };
  const tls = /ALERT/.test(error?.code) ? 'the hub does not take this certificate' : undefined;
  end(3, `no connection to ${host}:${port}: ${why[error?.code] ?? tls ?? error?.message?.trim() ?? 'the hub closed it; is this certificate registered?'}`);
});
