const settings = /^(BATON_.*|HOST|PORT|DATABASE_URL|SMTP_URL|LOG_LEVEL)$/;

/**
 * Takes out of the environment what a shell may set for a server of its own, so that tests see the defaults
 * everywhere; and colours when nobody watches.
 */
export function clearSurroundings() {
  for (const name of Object.keys(process.env)) if (settings.test(name)) delete process.env[name];
  if (process.stdout.isTTY) return;
  delete process.env.FORCE_COLOR;
  process.env.NO_COLOR = '1';
}
