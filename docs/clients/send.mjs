// Sends one signed message to a Kruispunt hub over AMQP 1.0 and waits for the hub's answer.
//
//   npm install rhea@3.0.5
//   node send.mjs LU:0053 message.xml data/trust/institutions/LU-0053 [host] [port]
//
// The last folder holds the institution's tls.pem and tls.key; authority.pem stands two folders above it.
// Nothing but the body is sent: the hub refuses properties that it does not know.
import fs from 'node:fs';
import path from 'node:path';
import rhea from 'rhea';

const [institution, file, keys, host = 'localhost', port = '5671'] = process.argv.slice(2);
if (!keys) {
  console.error('usage: node send.mjs INSTITUTION FILE KEY-FOLDER [HOST] [PORT]');
  process.exit(2);
}

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
  sender.send({ body: rhea.message.data_section(fs.readFileSync(file)), durable: true });
});
container.once('accepted', () => console.error('the hub has it'));
container.on('receiver_open', ({ receiver }) => receiver.add_credit(1));
container.on('message', ({ message, delivery, connection }) => {
  const body = Buffer.isBuffer(message.body) ? message.body : message.body.content;
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
