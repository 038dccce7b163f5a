// Sends one signed message to a Kruispunt hub over AMQP 1.0 and waits for the hub's answer to it. What waits in the queue
// before that answer stays there.
//
//   npm install rhea@3.0.5
//   node send.mjs LU:0053 message.xml data/hub/trust/institutions/LU-0053 [host] [port]
//
// The last folder holds the institution's tls.pem and tls.key; authority.pem stands two folders above it.
// Nothing but the body is sent: the hub refuses properties that it does not know.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import rhea from 'rhea';

const [institution, file, keys, host = 'localhost', port = '5671'] = process.argv.slice(2);
if (!keys) {
  console.error('usage: node send.mjs INSTITUTION FILE KEY-FOLDER [HOST] [PORT]');
  process.exit(2);
}

const xml = fs.readFileSync(file);
const digest = crypto.createHash('sha256').update(xml).digest('hex');
const container = rhea.create_container();
const connection = container.connect({
  transport: 'tls',
  host,
  port: Number(port),
  servername: 'localhost',
  cert: fs.readFileSync(path.join(keys, 'tls.pem')),
  key: fs.readFileSync(path.join(keys, 'tls.key')),
  ca: fs.readFileSync(path.join(keys, '..', '..', 'authority.pem')),
  enable_sasl_external: true,
  reconnect: false,
});

connection.open_receiver({ source: `out.${institution}`, credit_window: 0, autoaccept: false });
connection.open_sender(`in.${institution}`);

container.once('sendable', ({ sender }) => {
  sender.send({ body: rhea.message.data_section(xml), durable: true });
});
container.once('accepted', () => console.error('the hub has it'));
container.once('rejected', ({ delivery, connection }) => {
  console.error('the hub does not have it:', delivery.remote_state?.error?.description);
  process.exitCode = 1;
  connection.close();
});
container.on('receiver_open', ({ receiver }) => receiver.add_credit(100));
container.on('message', ({ message, delivery, connection }) => {
  const body = Buffer.isBuffer(message.body) ? message.body : message.body.content;
  if (!body.includes(`<received>${digest}</received>`)) return; // not settled: the broker keeps it
  process.stdout.write(body);
  delivery.accept();
  connection.close();
});
container.on('disconnected', ({ error }) => {
  if (error) {
    console.error(String(error));
    process.exitCode = 1;
  }
});
