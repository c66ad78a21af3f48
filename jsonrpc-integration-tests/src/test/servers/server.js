// The methods that all servers but the Ethereum node have, on jayson: JSON-RPC 2.0 over http, 1.0 over http, and
// 2.0 over https with the key of the given store and password. Prints the three ports, and ends with its standard
// input.
const fs = require('fs');
const jayson = require('jayson');

const [keyStore, passphrase] = process.argv.slice(2);
let touched = 0;

const methods = {
  add(params, done) {
    const [a, b] = Array.isArray(params) ? params : [params.a, params.b];
    if (typeof a !== 'number' || typeof b !== 'number') {
      return done({ code: -32602, message: 'a and b must be numbers', data: { got: [typeof a, typeof b] } });
    }
    done(null, a + b);
  },
  echo: (params, done) => done(null, Array.isArray(params) ? params[0] : params.value),
  decimal: (params, done) => done(null, params[0]),
  integer: (params, done) => done(null, params[0]),
  find: (params, done) => done(null, `${params[0]} ${params[1].name}`),
  slow: (params, done) => setTimeout(() => done(null, 'slow'), params[0]),
  fail: (params, done) => done(new Error('boom')),
  throwing() {
    throw new Error('boom');
  },
  app_error: (params, done) => done({ code: 1001, message: 'account is closed', data: 'A-7' }),
  string_error: (params, done) => done('just a text'),
  nothing: (params, done) => done(null, null),
  nothing_undefined: (params, done) => done(),
  touch: (params, done) => done(null, ++touched),
  touched: (params, done) => done(null, touched),
};

// jayson does not catch what a method throws: the call is never answered, and without this the process ends.
process.on('uncaughtException', (error) => console.error('uncaught', error.message));

const version2 = new jayson.Server(methods);
const version1 = new jayson.Server(methods, { version: 1 });
const tls = { pfx: fs.readFileSync(keyStore), passphrase };

const listen = (server) => new Promise((resolve, reject) => {
  server.on('error', reject);
  // Longer than a busy machine pauses between two calls
  server.keepAliveTimeout = 60000;
  server.listen(0, '127.0.0.1', () => resolve(server.address().port));
});

Promise.all([version2.http(), version1.http(), version2.https(tls)].map(listen)).then(
  (ports) => console.log('listening on ' + ports.join(' ')),
  (error) => {
    console.error(error);
    process.exit(1);
  });

process.stdin.on('end', () => process.exit(0)).resume();
