/** Stops with a sentence when this Node is older than 20.19; written in old syntax so that an old Node can say it. */
export function requireNode() {
  const parts = process.versions.node.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    'Baton needs Node 20.19 or newer; this is ' +
      process.versions.node +
      '. Install a newer one from https://nodejs.org and try again.',
  );
  process.exit(1);
}
