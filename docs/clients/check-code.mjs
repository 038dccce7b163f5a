// Checks a code that somebody shows at a counter, without a connection: the form is that of docs/counter.md.
//
//   node check-code.mjs CODE keys.json [withdrawals.jwt]
//
// keys.json as `hub rights keys` or GET /rights/v1/keys gives it, withdrawals.jwt as `hub rights withdrawals` or
// GET /rights/v1/withdrawals. Nothing but Node 18 or newer. Exit codes: 0 valid, 1 not, 2 wrong use.
import { readFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { inflateSync } from 'node:zlib';

const [code, keysFile, listFile] = process.argv.slice(2);
if (!keysFile) {
  console.error('node check-code.mjs CODE keys.json [withdrawals.jwt]');
  process.exit(2);
}
const keys = file(keysFile, (text) => JSON.parse(text).keys.filter((key) => key.crv === 'P-256'));
const now = Date.now() / 1000;

function end(words) {
  console.log(words);
  process.exit(words.startsWith('valid') ? 0 : 1);
}

// What is wrong with a file says nothing of the code.
function file(name, read) {
  try {
    return read(readFileSync(name, 'utf8'));
  } catch {
    console.error(`${name} cannot be read, or is another file: get it again`);
    process.exit(2);
  }
}

function json(text, what) {
  try {
    return JSON.parse(text);
  } catch {
    end(`not valid: no ${what}`);
  }
}

// JWS in its compact form (RFC 7515), with ES256 and this type: whatever else a header says is not listened to.
async function believed(text, type, what) {
  if (text.length > 4 << 20 || !/^[\w-]+\.[\w-]+\.[\w-]{86}$/.test(text)) end(`not valid: no ${what}`);
  const [header, payload, signature] = text.split('.').map((part) => Buffer.from(part, 'base64url'));
  const { typ, alg, kid, ...more } = json(header, what) ?? {};
  if (typ !== type || alg !== 'ES256' || Object.keys(more).length) end(`not valid: no ${what}`);
  const jwk = keys.find((key) => key.kid === kid);
  if (!jwk) end('not valid: signed with another key');
  const key = await webcrypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  const signed = text.slice(0, text.lastIndexOf('.'));
  if (!(await webcrypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, Buffer.from(signed)))) {
    end('not valid: altered or made up');
  }
  return JSON.parse(payload);
}

const said = await believed(code, 'right+jwt', 'code');
if (now < said.nbf) end('not valid: it does not count yet');
if (now >= said.exp) end('not valid: its last day is over');
if (listFile) {
  const list = await believed(file(listFile, (text) => text.trim()), 'statuslist+jwt', 'list of withdrawals');
  const { idx, uri } = said.status.status_list;
  const bits = inflateSync(Buffer.from(list.status_list.lst, 'base64url'), { maxOutputLength: 2 << 20 });
  if (list.sub !== uri || idx >= bits.length * 8) end("not valid: the list is another hub's");
  if ((bits[idx >> 3] >> (idx & 7)) & 1) end('not valid: withdrawn');
  if (now >= list.exp) end('not valid: the list is too old');
}
const day = new Date((said.exp - 1) * 1000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Brussels' });
end(`valid: ${said.right} until ${day}${said.born ? `, born in ${said.born}` : ''}`);
